const words = (text: string): readonly string[] => text.trim().split(/\s+/);

interface GivenNames {
  readonly girls: readonly string[];
  readonly boys: readonly string[];
}

/** Common given names of births from 2001, the commonest first, with the spellings that parents choose between. */
const british: GivenNames = {
  girls: words(`
    Olivia Emily Amelia Jessica Sophie Lily Grace Isla Chloe Ava Mia Ella Isabella Ruby Charlotte Evie Poppy Lucy Daisy
    Sophia Freya Holly Hannah Millie Phoebe Alice Megan Ellie Abigail Florence Sienna Willow Rosie Ivy Elsie Erin Evelyn
    Matilda Imogen Scarlett Maisie Leah Molly Amy Katie Eleanor Elizabeth Jasmine Caitlin Georgia Lauren Rebecca
    Bethany Eva Layla Harriet Zara Summer Esme Rose Aria Violet Maya Zoe Isabelle Amber Martha Eliza Thea Lola Bella Anna
    Sarah Rachel Emma Lydia Libby Gracie Paige Lexi Niamh Madison Faith Skye Julia Victoria Nicole Naomi Robyn Darcy
    Tilly Keira Alexandra Isobel Francesca Aimee Maddison Eloise Tia Nancy Annabelle Maria Hollie Connie Orla Heidi
    Beatrice Amelie Jennifer Laura Natasha Danielle Shannon Courtney Alisha Ellen Rhiannon Seren Carys Cerys Ffion Mali
    Catrin Eilidh Iona Ailsa Kirsty Aoife Ciara Sinead Roisin Aisling Clodagh Kayleigh Kaylee Kelsey Chelsea Jade Jodie
    Stephanie Katherine Catherine Kathryn Christina Kate Meredith Margot Penelope Ottilie Clara Edith Maeve Luna Aurora
    Bonnie Delilah Hallie Harper Hazel Iris Ada Arabella Ayla Mabel Myla Mila Nova Olive Quinn Raya Rowan Sadie Saoirse
    Teddie Wren Lily-Mae Ella-Rose Ava-Mae Gracie-Mae Lilly Lyla Lacey Lacie Macy Macie Demi Evangeline Felicity Fern
    Gabriella Gabrielle Genevieve Georgina Gwen Helena Honor India Ines Josephine Juliet Kara Kiera Kitty Lara Leila
    Lena Lilian Lottie Louisa Louise Lucia Madeleine Marnie Mary Melissa Michelle Miriam Mollie Morgan Nell Nina Octavia
    Paisley Pippa Polly Primrose Rosa Rosalie Samantha Sara Savannah Serena Sylvie Tabitha Tara Tess Verity Vivienne
    Winifred Yasmin`),
  boys: words(`
    Oliver Jack Harry George Thomas James William Joshua Noah Charlie Jacob Daniel Samuel Alfie Leo Oscar Joseph Ethan
    Henry Max Archie Arthur Freddie Alexander Lucas Benjamin Isaac Logan Matthew Luke Theo Edward Adam Dylan Ryan Liam
    Nathan Jake Harrison Finley Callum Connor Theodore Tyler Sebastian Jamie Cameron Riley Reuben Zachary Toby Aaron
    Lewis Louie Owen Louis Elijah Hugo Michael David Robert Frederick Kai Luca Ben Jude Harvey Albert Tommy Ellis Rory
    Stanley Bobby Kian Jayden Mason Hunter Roman Rowan Frankie Caleb Blake Ollie Jenson Elliot Elliott Gabriel Reggie
    Jesse Bradley Kieran Jordan Christopher Andrew Nicholas Dominic Anthony Stephen Steven John Peter Patrick Sean Shaun
    Rhys Reece Morgan Evan Ieuan Osian Gethin Macsen Dafydd Iestyn Fraser Hamish Angus Finlay Euan Ewan Ruaridh Calum
    Conor Declan Cormac Eoin Oisin Padraig Niall Brendan Aidan Aiden Ashton Austin Barnaby Brandon Bertie Billy Bailey
    Carter Casper Charles Christian Cody Cole Corey Curtis Damian Darcy Dexter Dominik Douglas Edmund Eli Ernest Ezra
    Felix Francis Frank Fred Gareth Gary Gregory Grayson Guy Hector Herbie Ian Jackson Jason Jasper Jaxon Jaxson Jay Joel
    Jon Jonah Jonathan Joey Julian Justin Kaleb Karl Kayden Kenneth Kevin Kit Kyle Lee Lawrence Laurence Leon Leonard
    Lenny Levi Lincoln Marcus Marc Mark Martin Maxwell Miles Milo Mitchell Monty Nathaniel Neil Nico Otis Otto Paul
    Philip Phillip Phoenix Ralph Raphael Ray Rex Richard Robin Robbie Rocco Ronnie Ross Rufus Rupert Sam Scott Seth
    Sidney Simon Sonny Spencer Stuart Stewart Taylor Teddy Timothy Tobias Tommy-Lee Alfie-James Tristan Troy Victor
    Vincent Walter Warren Wilfred Woody Wyatt Xavier Zac Zane`),
};

const muslim: GivenNames = {
  girls: words(`
    Aisha Fatima Maryam Zainab Amina Khadija Zahra Hafsa Iqra Aleena Sana Zara Noor Inaya Hira Anaya Amira Ayesha Sumaya
    Sarah Hannah Laiba Mahnoor Eman Eshal Ruqayyah Safa Safiya Asma Bushra Faiza Habiba Humaira Javeria Kiran Madiha
    Maria Mariam Nadia Naila Nimra Rabia Rida Sadia Saima Samina Saba Shazia Sobia Tayyaba Uzma Yasmin Zoya Areeba Malaika
    Minahil Umaima Yusra Aliza Ayra Haleema Hoorain Jannat Musfirah`),
  boys: words(`
    Muhammad Mohammed Ibrahim Yusuf Ali Ahmed Hamza Omar Mohammad Bilal Abdullah Adam Haris Zayn Umar Hassan Ismail Zain
    Danyal Mustafa Rayyan Musa Eesa Idris Ayaan Abdul Aariz Aayan Abubakar Adeel Ahsan Amaan Arham Asad Awais Ayub Azaan
    Daud Ehsan Faisal Farhan Fahad Habib Hasan Hashim Huzaifa Imran Isa Isaac Jibril Junaid Kamran Khalid Luqman Mikaeel
    Mohsin Nabeel Nadeem Qasim Rehan Rizwan Saad Sami Shahzaib Shayaan Subhan Sulaiman Tahir Talha Taha Usman Uzair Waqas
    Yahya Yaseen Zakariya Zeeshan Zubair`),
};

/** More given names for each of the sample's name lists, by the ethnicity code of the list; the commonest first. */
export const moreGivenNames: Readonly<Record<string, GivenNames>> = {
  WBRI: british,
  WOTH: {
    girls: words(`
      Maria Julia Zuzanna Maja Hanna Lena Oliwia Zofia Amelia Aleksandra Alicja Natalia Nikola Wiktoria Gabriela Antonina
      Emilia Nadia Laura Pola Kornelia Michalina Weronika Anastasia Daria Elena Ioana Andreea Alexandra Sofia Bianca Diana
      Ana Beatriz Inês Matilde Mariana Carolina Lucía Martina Chiara Giulia Zoé Chloé Ieva Ugnė Gabija Evelina Kamila
      Magdalena Malwina Patrycja Roksana Sandra Żaneta Łucja`),
    boys: words(`
      Jakub Adam Filip Szymon Antoni Kacper Jan Aleksander Mateusz Oliwier Alan Dawid Nikodem Oskar Wojciech Maksymilian
      Bartosz Igor Michał Łukasz Paweł Piotr Tomasz Krzysztof Kamil Dominik Sebastian Gabriel Fabian Hubert Andrei Matei
      Luca David Stefan Alexandru Mihai Ionut Rareș Tudor Vlad João Miguel Tiago Rodrigo Duarte Mateo Diego Lukas Matas
      Jonas Dominykas Nojus Kajus Oleksandr Dmytro Nikita Maksym Artem Ivan`),
  },
  APKN: muslim,
  ABAN: {
    girls: [...words('Nusrat Tasnim Maisha Tahmina Sumaiya Farhana Nazia Nafisa Rahima Jannatul'), ...muslim.girls],
    boys: [...words('Mohammed Rahim Tanvir Sajid Mahdi Nayeem Shakil Rafi Tahmid Ashraf Jubayer'), ...muslim.boys],
  },
  AIND: {
    girls: words(`
      Anaya Diya Priya Aanya Kavya Meera Simran Jasmine Riya Ishani Navya Harleen Aarohi Aditi Amrit Ananya Anika Anjali
      Anushka Avni Bhavika Charvi Dhruvi Gurleen Isha Jasleen Jiya Kiran Krisha Lakshmi Mahi Manpreet Myra Nandini Neha
      Nikita Pari Pooja Prisha Radha Rhea Saanvi Sahana Sanjana Sara Shreya Siya Sneha Tanvi Tara Trisha Vanya Zara`),
    boys: words(`
      Arjun Aarav Rohan Dev Krishan Jaspal Harjit Vihaan Nikhil Arun Kiran Ravi Aadi Aditya Akash Aman Amar Aneesh Aryan
      Avi Ayush Balraj Dhruv Eshaan Gurpreet Harpreet Hari Ishaan Jai Jay Jeevan Kabir Karan Krish Kunal Manav Manraj Neel
      Om Param Pranav Raj Rahul Reyansh Rishi Rudra Sahil Sai Samir Shaan Shiv Siddharth Simran Taran Ved Veer Vikram Yash`),
  },
  BAFR: {
    girls: words(`
      Grace Esther Blessing Amina Fatima Naomi Favour Sarah Deborah Adaeze Temi Amara Efua Abena Hodan Ifeoma Halima
      Hannah Ruth Rebecca Joy Gloria Chiamaka Chioma Ngozi Tolu Folake Simi Ayomide Oluwaseun Aisha Khadija Hawa Ayan
      Sagal Ifrah Nasra Ama Akosua Adwoa Afia Maame Tendai Rudo Wanjiku Zawadi Selam Hiwot Mariama Isatu Kadiatu`),
    boys: words(`
      David Samuel Emmanuel Daniel Mohamed Joshua Michael Joel Caleb Hassan Nathan Kwame Chidi Tobi Ayodele Abdi Yaw
      Ibrahim Abdirahman Abdullahi Yusuf Ahmed Ayomide Olamide Oluwaseun Tolulope Femi Segun Emeka Chinedu Ikenna Obinna
      Kofi Kwabena Kwesi Kojo Nana Elijah Isaiah Jeremiah Israel Prince Divine Gabriel Benjamin Tinashe Tatenda Farai
      Kamau Brian Dawit Yonas Alpha Amadou Lamin Mamadou`),
  },
  BCRB: { girls: british.girls.slice(0, 100), boys: british.boys.slice(0, 100) },
  MWBC: { girls: british.girls.slice(0, 120), boys: british.boys.slice(0, 120) },
  MWAS: {
    girls: [...british.girls.slice(0, 60), ...muslim.girls.slice(0, 20)],
    boys: [...british.boys.slice(0, 60), ...muslim.boys.slice(0, 20)],
  },
  CHNE: {
    girls: [
      ...words('Chloe Emily Jessica Grace Olivia Mei Xinyi Yuna Lin Hui Jia Ying Yan Xiaoyu Yuxin Zihan Siqi Mengyao'),
      ...words('Hoi-Ching Wing-Yan Tsz-Yan Ka-Yi Sum-Yi Cheuk-Lam Hei-Tung'),
    ],
    boys: [
      ...words('Jason Ryan Lucas Ethan Jun Haoran Wei Ming Kai Zihao Yichen Junjie Haoyu Zixuan Tianyu Bowen Chen'),
      ...words('Chun-Hei Ho-Yin Tsz-Hin Ka-Ho Cheuk-Hei Lok-Yin Hei-Long'),
    ],
  },
  AOTH: {
    girls: words(
      'Linh Mai Sahar Roya Nilufar Malalai Angel Princess Althea Kezia Sumi Anita Asmita Prakriti Dilini Hana',
    ),
    boys: words(
      'Minh Anh Duc Khanh Farid Navid Omid Tenzin Jamal Bibek Prabin Suman Nuwan Kasun Angelo Jericho Ren Jun',
    ),
  },
  OOTH: {
    girls: [
      ...words('Layan Nour Rania Dilan Zeynep Salma Hiba Elif Defne Lina Jana Yara Rojin Shilan Malak'),
      ...muslim.girls,
    ],
    boys: [
      ...words('Omar Karim Rojan Emre Yousef Zaid Baran Ahmad Mahmoud Khaled Mehmet Yiğit Kerem Ömer Azad'),
      ...muslim.boys,
    ],
  },
};
