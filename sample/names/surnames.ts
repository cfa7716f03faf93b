const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Surnames of England, Wales, Scotland and Ireland, the commonest first. Hand-made. */
const british = words(`
  Smith Jones Williams Taylor Brown Davies Evans Wilson Thomas Johnson Roberts Robinson Thompson Wright Walker White
  Edwards Hughes Green Hall Lewis Harris Clarke Jackson Clark Turner Wood Cooper Hill Ward Moore Morris King Watson
  Baker Harrison Morgan Allen Scott James Davis Phillips Parker Lee Martin Bennett Young Shaw Cook Richardson Carter
  Griffiths Bell Collins Mitchell Miller Anderson Cox Marshall Adams Murphy Simpson Campbell Mason Kelly Foster Palmer
  Stewart Rogers Ellis Webb Gray Richards Stevens Holmes Russell Hunt Mills Barnes Murray Lloyd Graham Matthews Knight
  Powell Fisher Butler Reynolds Fletcher Barker Jenkins Stevenson Pearson Chapman Armstrong Andrews Harvey Ross
  Henderson Lawrence Wells Owen Spencer Reid Fox Dixon Hamilton Brooks Price Kennedy Howard Hart Hunter Walsh Robertson
  Elliott Bradley Dunn Payne West Burton Gibson Ford Francis Cole Woods Rose Ryan Burns Sutton Stone Duncan Williamson
  Gordon Black Perry Grant Porter Dawson Lowe Watkins Crawford Hawkins Freeman Bird Day Byrne Pearce Nicholson Arnold
  Bailey Berry Ball Carr Watts Cunningham Hudson Gardner Hayes Tucker Rees Bishop Bates Barrett Walters Read Nelson
  Hopkins Parsons Stephens Fraser Sharp Warren Long Harding Newman Lane Osborne Webster Wallis Little Stephenson
  Macdonald Cross Gregory Jennings Coleman Curtis Saunders Atkinson Lambert Lawson Burke Hardy Barton Goodwin Poole
  Page Franklin Thomson Nash Dean O'Brien Doyle Gallagher O'Connor Kerr Hewitt Wilkinson Austin Hodgson Oliver Rowe
  Bradshaw Sinclair Kay Bond Hancock Gilbert Potter Weston Holland Sullivan Griffin Higgins Bryant Baxter Wheeler
  Slater Cameron Parry Moss Yates Frost Banks Chambers Glover Dickinson Goddard Abbott Charlton Swift Quinn Humphreys
  Buckley Hobbs Power Bartlett Skinner Norris Nicholls Fuller Bolton Stokes Rhodes Pritchard Horton Hilton Peters
  Whitehead Ferguson Mcdonald Mckenzie O'Neill Mclean Mcintyre Mccarthy Maclean Mackay Morrison Paterson Johnston
  Sutherland Munro Drummond Forbes Buchanan Lindsay Farrell Brennan Nolan Doherty Kavanagh Lynch Flynn Daly Keane Casey
  Fitzgerald Reilly O'Reilly O'Sullivan O'Donnell Connolly Duffy Hogan Donnelly Regan Mcgrath Mcguire Mccann Mclaughlin
  Bowen Howells Vaughan Prosser Pugh Probert Llewellyn Gethin Bevan Beynon Meredith Maddocks Gwilliam Protheroe
  Akehurst Allcock Amos Appleby Appleton Archer Armitage Ashby Aspinall Atherton Attwood Bagshaw Baldwin Bancroft
  Barlow Barraclough Barron Bassett Battersby Beaumont Beckett Bellamy Benson Bentley Birch Blackburn Blake Bloomfield
  Booth Bowles Bracewell Brayshaw Briggs Broadbent Bullock Burgess Butterworth Cartwright Cawthorne Chadwick Cheetham
  Clegg Clough Cockcroft Coates Copley Cowling Crabtree Craven Crossley Crowther Cullen Dalton Darby Dobson Drew
  Duckworth Dyson Eastwood Eccles Entwistle Fairclough Farrar Fawcett Fielding Finch Firth Flint Garside Gaskell Gill
  Gledhill Gough Greenhalgh Greenwood Haigh Halliwell Hampson Hanson Hargreaves Hartley Haworth Helliwell Heyes Hindle
  Hirst Holt Hopwood Horrocks Howarth Hoyle Illingworth Ingham Ireland Jagger Jolly Kershaw Kitchen Lancaster Leach
  Lister Lomax Longbottom Lord Lumb Mallinson Mather Mellor Metcalfe Midgley Nuttall Oakley Ogden Openshaw Ormerod
  Peel Pickles Pilkington Pollard Ramsden Ratcliffe Rawlinson Redfern Rigby Rushton Schofield Seddon Sharples Shepherd
  Sidebottom Standish Starkey Sugden Sutcliffe Sykes Tattersall Thackray Thornton Threlfall Tomlinson Townsend
  Turnbull Unsworth Varley Waddington Wadsworth Wainwright Walmsley Wardle Weatherill Whitworth Wolstenholme Wyatt`);

/** Names after small places are the long tail of English surnames: each is rare, together they are many. */
const placeStarts = words(`
  Ash Beck Birken Black Brad Bram Brock Burn Chad Clay Cold Cran Dent Down East Eller Fair Farn Gar Grim Had Hales Hart
  Hazel Heath Hen Hol Hope Kel Kirk Lang Light Lin Long Marl Mid Nether New Nor Oak Orm Over Pem Pen Rad Red Row
  Rush Sal Shel Sher Stan Stock Stret Swin Thorn Thur Under Upper Wal Warm Wat West Wet Whit Win Wood Wool Yar`);
const placeEnds = words('ton ley ford worth ham wood field shaw well bury by thorpe combe stead croft more gate den');
const places = placeStarts.flatMap((start) => placeEnds.map((end) => start + end));

const polishStems = words(
  'Lewand Wisni Kamin Dabrow Piotr Grabow Pawlow Michal Jablon Krawcz Majew Olszew Jawor Wrobl',
);
const romanianStems = words('Ion Pop Dumitr Stan Georg Constantin Mar Rad Ungur Vasil Petr Tom Flor Crist');
const southSlavStems = words('Petr Ivan Dimitr Georgi Stoyan Niko Todor Mark Jovan Petk Hrist Angel');
const ended = (stems: readonly string[], ends: string): readonly string[] =>
  words(ends).flatMap((end) => stems.map((stem) => stem + end));

const pakistani = words(`
  Khan Hussain Ahmed Ali Mahmood Akhtar Malik Shah Iqbal Begum Bibi Rashid Hanif Aslam Sadiq Javed Yousaf Mirza Butt
  Raza Qureshi Sheikh Nawaz Anwar Rafiq Saleem Siddique Ashraf Shabir Zaman Arshad Latif Bashir Rehman Syed Chaudhry
  Bhatti Rana Abbasi Khalid Farooq Ghafoor Hamid Jamil Karim Majid Naseer Parveen Riaz Saeed Tariq Waheed Younis Zafar
  Awan Baig Bukhari Dar Durrani Gilani Hashmi Janjua Kayani Lodhi Mughal Niazi Orakzai Pervaiz Rathore Satti Tahir
  Usmani Warraich Yaqoob Ansari Chishti Effendi Gondal Hayat Ilyas Jabbar Kausar Lone Memon Naqvi`);

const african = words(`
  Mohamed Ali Hassan Abdi Ahmed Ibrahim Mensah Adeyemi Okafor Osei Boateng Okoro Nwosu Balogun Owusu Tesfaye Asante
  Adebayo Eze Obi Okeke Ogunleye Adeleke Afolabi Akinola Bello Danjuma Ekwueme Igwe Lawal Musa Nnamdi Odukoya Oyelaran
  Salami Uche Yusuf Acheampong Agyeman Amoah Ansah Antwi Appiah Asamoah Bonsu Darko Frimpong Gyamfi Kwarteng Nkrumah
  Opoku Sarpong Tetteh Yeboah Warsame Farah Jama Omar Hersi Duale Guled Samatar Nur Aden Roble Moyo Ncube Sibanda
  Dube Ndlovu Chikwanda Mutasa Banda Phiri Mwangi Kamau Njoroge Otieno Wanjiru Kiprop Bekele Haile Gebre Tekle Abebe
  Kabila Mbeki Diallo Traore Keita Camara Sesay Kamara Conteh Bangura Koroma Jallow Ceesay Touray`);

const indian = words(`
  Patel Singh Kaur Sharma Kumar Shah Gill Mistry Joshi Desai Sandhu Chauhan Nair Reddy Mehta Gupta Thomas Rao Iyer
  Menon Pillai Krishnan Verma Agarwal Bhatt Parmar Solanki Rathod Vaghela Dhillon Sidhu Grewal Bains Dhaliwal Johal
  Atwal Sahota Uppal Virdee Bhogal Chana Panesar Sagoo Lad Modi Parekh Trivedi Pandya Raval Varma Das Banerjee
  Mukherjee Chatterjee Ghosh Sen Bose Dutta Fernandes Dsouza Pereira Mathew Varghese Kurian Jacob Cherian Raman
  Subramaniam Natarajan Venkatesh Naidu Chowdary Goud Shetty Hegde Kulkarni Patil Jadhav Deshmukh`);

/** More surnames for each of the sample's name lists, by the ethnicity code of the list; the commonest first. */
export const moreSurnames: Readonly<Record<string, readonly string[]>> = {
  WBRI: [...british, ...places],
  WOTH: [
    ...words('Nowak Popa Kowalski Silva Ionescu Popescu Wojcik Santos Kowalczyk Kaminski Pereira Ferreira Rossi Radu'),
    ...words('Szymański Woźniak Kozłowski Jankowski Wójtowicz Łukasik Żak Kováč Nagy Kovács Szabó Tóth García Muñoz'),
    ...words('Kazlauskas Petrauskas Jankauskas Berzins Ozols Kalnins Shevchenko Kovalenko Bondarenko Tkachenko Hoxha'),
    ...ended(polishStems, 'ski ewski owski czyk owicz'),
    ...ended(romanianStems, 'escu eanu oiu'),
    ...ended(southSlavStems, 'ov ova ović'),
  ],
  APKN: pakistani,
  ABAN: words(`
    Begum Ali Ahmed Miah Khatun Uddin Rahman Islam Hussain Khan Hossain Chowdhury Alom Haque Bibi Choudhury Sultana Akter
    Kamali Talukder Sarkar Bhuiyan Mondal Howlader Sikder Molla Mazumder Biswas Munshi Kazi Siddiqui Karim Kabir Aziz
    Jahan Nessa Khanom Choudhry Ullah Quddus Motin Rob Shahid Tarafdar Laskar Barua Dewan Fakir Gazi Hoque`),
  AIND: indian,
  BAFR: african,
  BCRB: words(`
    Campbell Brown Williams Francis Gordon Grant Reid Henry Bailey Gayle Morrison Clarke Lewis Stewart Thompson Johnson
    Edwards Morgan Samuels Beckford Bogle Blackwood Cunningham Daley Dacosta Ebanks Ffrench Graham Hylton Josephs Lawes
    Mckenzie Nembhard Palmer Powell Pinnock Rowe Salmon Sterling Tulloch Walcott Whyte Alleyne Greenidge Braithwaite`),
  MWBC: british.slice(0, 200),
  MWAS: [...british.slice(0, 60), ...pakistani.slice(0, 30), ...indian.slice(0, 30)],
  CHNE: words(`
    Chen Wong Li Zhang Wang Chan Liu Lam Cheung Lin Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lee Ng Leung Ho Tang
    Yip Fung Kwok Chow Tse Yeung Mak Tsang Siu Poon Hui Law Kwan Lau Choi Xie Deng Feng Cao Peng Zeng Xiao Tian Dong
    Ouyang Jiang Shen Lu Ye Pan Du Wei Ren Fan`),
  AOTH: words(`
    Nguyen Tran Ahmadi Karimi Rahimi Perera Gurung Rai Santiago Le Pham Vo Dang Bui Do Hoang Huynh Fernando Silva
    Jayawardena Wickramasinghe Bandara Sivakumar Rajan Selvan Thapa Tamang Limbu Magar Shrestha Mohammadi Hosseini
    Rezaei Moradi Safi Noori Stanikzai Popal Wardak Azizi Reyes Cruz Garcia Mendoza Bautista Ramos Tanaka Sato Suzuki
    Kim Park Choi Jung Kang`),
  OOTH: words(`
    Haddad Aziz Yilmaz Demir Saleh Mansour Kurt Farah Hassan Hussein Ahmad Ibrahim Khalil Hamdan Nasser Darwish Awad
    Salem Mahdi Jaber Al-Sayed Al-Hassan Al-Khatib Al-Masri El-Amin El-Sayed Othman Rasheed Karimi Barzani Talabani
    Kaya Çelik Şahin Öztürk Aydın Arslan Doğan Kılıç Aslan Polat Benali Bouzid Mansouri Cherif Ziani Amrani Tahiri`),
};
