/** The usual names of one background: families draw given names and surnames from one list, as in a playground. */
export interface NameList {
  /** CIN census ethnicity code of a family that draws from this list. */
  readonly ethnicity: string;
  /** Roughly its share of pupils, of 1,000. Source: national-figures.md §14. */
  readonly weight: number;
  readonly girls: readonly string[];
  readonly boys: readonly string[];
  readonly surnames: readonly string[];
}

const list = (ethnicity: string, weight: number, girls: string, boys: string, surnames: string): NameList => ({
  ethnicity,
  weight,
  girls: girls.split(' '),
  boys: boys.split(' '),
  surnames: surnames.split(' '),
});

const englishGirls =
  'Olivia Amelia Isla Ava Mia Ivy Lily Isabella Rosie Sophia Grace Freya Willow Florence Emily Ella Poppy Evie Elsie ' +
  'Charlotte Jessica Sophie Ruby Chloe Daisy Phoebe Alice Matilda Harriet Erin Maisie Scarlett Imogen Eleanor Martha ' +
  'Katherine Elizabeth Abigail Bethany Megan Holly Lola Zoë Anaïs Siân Niamh Orla Beatrice Heidi Robyn Darcey Nancy';
const englishBoys =
  'Oliver George Arthur Noah Leo Oscar Harry Archie Jack Henry Charlie Freddie Theodore Thomas Finley Alfie Jacob ' +
  'William Joshua James Ethan Isaac Samuel Daniel Joseph Benjamin Edward Alexander Lucas Max Logan Dylan Toby Reuben ' +
  'Robert Matthew Luke Callum Jake Riley Jude Rory Seán Owen Louie Stanley Albert Frank Michael Ellis Kian Nathaniel';
const englishSurnames =
  'Smith Jones Taylor Brown Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood ' +
  'Jackson Clarke Harris Cooper Ward Turner Hill Morris Moore Clark Baker Harrison Morgan Allen Scott Watson Parker ' +
  'Bennett Young Price Griffiths Marsh Hargreaves Ashworth Whittaker Barlow Holroyd Fenwick Pickering Bramley Thorne ' +
  "O'Brien O'Connor O'Neill D'Arcy Lloyd-Hughes Carter-Bell Smith-Jones Ellis-Ward Hartley Booth Rowe Stott Kendrick";

/** Hand-made lists, common names of the years in which these children were born. */
export const nameLists: readonly NameList[] = [
  list('WBRI', 603, englishGirls, englishBoys, englishSurnames),
  list(
    'WOTH',
    82,
    'Zuzanna Maja Hanna Oliwia Aleksandra Ioana Andreea Maria Sofia Zofia Elena Léa Inês Milena Daria',
    'Jakub Szymon Filip Antoni Kacper Andrei Matei David Luca Mateusz Nikola José André Stefan Denis',
    'Nowak Kowalski Wójcik Kaminska Zielinski Popescu Ionescu Munteanu Silva Santos Horvath Dimitrov Novák Müller Costa',
  ),
  list(
    'APKN',
    52,
    'Aisha Fatima Zainab Maryam Amira Hafsa Inaya Sana Zara Khadija Noor Alina Hira Anaya',
    'Muhammad Ibrahim Yusuf Ali Hamza Bilal Zayn Haris Umar Ismail Abdullah Danyal Mustafa Rayyan',
    'Khan Hussain Ahmed Akhtar Mahmood Iqbal Malik Shah Mirza Butt Raza Qureshi Aslam Sheikh',
  ),
  list(
    'ABAN',
    20,
    'Tasnim Sumaiya Nusrat Ayesha Maisha Tahmina Farida Samira',
    'Tanvir Rahim Imran Nadim Sajid Mohammed Arif Jubair',
    'Begum Miah Rahman Uddin Islam Khatun Hossain Chowdhury Choudhury Haque',
  ),
  list(
    'AIND',
    45,
    'Anaya Diya Priya Aanya Kavya Meera Simran Jasmine Riya Ishani Navya Harleen',
    'Arjun Aarav Rohan Dev Krishan Jaspal Harjit Vihaan Nikhil Arun Kiran Ravi',
    'Patel Singh Kaur Sharma Kumar Gill Mistry Joshi Desai Sandhu Chauhan Nair Reddy',
  ),
  list(
    'BAFR',
    56,
    'Adaeze Blessing Temi Amara Efua Abena Hodan Ifeoma Grace Esther Halima Naomi Favour',
    'Emmanuel David Kwame Chidi Tobi Ayodele Abdi Yaw Samuel Joel Caleb Hassan Nathan',
    'Mohamed Adeyemi Okafor Mensah Osei Ibrahim Abdi Hassan Boateng Okoro Nwosu Balogun Owusu Tesfaye',
  ),
  list(
    'BCRB',
    14,
    'Shanice Tiana Kezia Aaliyah Jada Naomi Renée',
    'Jaden Tyrese Malachi Isaiah Kyron Marlon Joshua',
    'Campbell Francis Gordon Grant Reid Henry Bailey Gayle Morrison',
  ),
  list(
    'MWBC',
    36,
    'Layla Mya Skye Keira Tia Amelie Jasmine Ruby',
    'Jayden Tyler Kai Reece Mason Theo Micah Jordan',
    'Campbell Clarke Brown Williams Francis Morgan Lewis Edwards Bailey-Wood',
  ),
  list(
    'MWAS',
    37,
    'Maya Leila Yasmin Anya Lena Sara Mila Zara',
    'Zak Adam Kian Reuben Ayaan Elias Milo Jonah',
    'Khan-Taylor Ali Shaw Rashid Patel-Green Wells Kapoor Marsh Bose',
  ),
  list(
    'CHNE',
    9,
    'Mei Xinyi Yuna Jessica Emily Lin Hui',
    'Jun Haoran Ethan Wei Lucas Ming Kai',
    'Chen Wong Li Zhang Wang Chan Liu Lam Cheung Lin',
  ),
  list(
    'AOTH',
    24,
    'Linh Thi Malalai Sahar Nilufar Mai Roya',
    'Minh Farid Navid Anh Omid Tenzin Jamal',
    'Nguyen Tran Ahmadi Karimi Rahimi Perera Gurung Rai Santiago',
  ),
  list(
    'OOTH',
    28,
    'Layan Nour Rania Dilan Zeynep Salma Hiba',
    'Omar Karim Rojan Emre Yousef Zaid Baran',
    'Haddad Aziz Yilmaz Demir Saleh Mansour Al-Amin Kurt Farah',
  ),
];
