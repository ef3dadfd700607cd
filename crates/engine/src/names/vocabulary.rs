//! Closed lists of words that tell what the capitalised words beside them name. General knowledge
//! of English; a word may stand in several.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::{analysis::Gender, names::fold};

/// What a word tells of the words beside it: a set of classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Class(u32);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:expr, $test:ident, $words:expr;)*) => {
        impl Class {
            $($(#[$doc])* pub(crate) fn $test(self) -> bool { self.0 & (1 << $bit) != 0 })*
        }

        static CLASSES: LazyLock<FxHashMap<u64, Class>> = LazyLock::new(|| {
            let mut classes: FxHashMap<u64, Class> = FxHashMap::default();
            $(for word in $words.split_whitespace() {
                classes.entry(fold::key(word)).or_default().0 |= 1 << $bit;
            })*
            classes
        });
    };
}

classes! {
    /// Stands before the name of a man.
    HE = 0, is_he, "Mr Mister Sir Lord King Prince Duke Pope Father Brother Uncle Congressman \
        Councilman Emperor Sultan Emir Sheikh Ayatollah Imam Rabbi Cardinal Archbishop Bishop \
        Chairman Mullah Baron Count Tsar Czar Señor Monsieur Herr Don Dom Signor Senhor Pak Datuk \
        Tun Maulana Maestro";
    /// Stands before the name of a woman.
    SHE = 1, is_she, "Mrs Ms Miss Lady Dame Queen Princess Duchess Sister Aunt Madam Madame \
        Congresswoman Councilwoman Empress Chairwoman Baroness Countess Señora Señorita Frau \
        Signora Senhora Doña Dona Mme Mlle Mademoiselle Pani Aunty Auntie Mama";
    /// Stands before a name, and is no name by itself.
    TITLE = 2, is_title, "Mr Mister Mrs Ms Miss Mx Dr Doctor Prof Professor Sir Dame Lady Lord \
        Madam Madame Señor Señora Monsieur Herr Frau Rev Reverend Fr Father Sister Brother Pastor \
        Rabbi Imam Ayatollah Mullah Sheikh Sheik Shaykh Cardinal Archbishop Bishop Pope Hon \
        Honorable President Pres Premier Chancellor Senator Sen Rep Representative Congressman \
        Congresswoman Governor Gov Mayor Councilman Councilwoman Councillor Minister Secretary \
        Ambassador Amb Envoy Commissioner Speaker Chairman Chairwoman Chair Judge Justice General \
        Gen Colonel Col Major Maj Captain Capt Lieutenant Lt Sergeant Sgt Corporal Private Admiral \
        Adm Commander Cmdr Marshal Officer Detective Inspector Sheriff Constable King Queen Prince \
        Princess Duke Duchess Emperor Empress Emir Sultan Tsar Czar Baron Baroness Comrade Uncle \
        Aunt Coach Director Spokesman Spokeswoman Spokesperson Prosecutor Attorney Congressmember \
        Dean Deputy MP Candidate Leader CEO Author Journalist Reporter Activist Analyst Don Dom \
        Doña Dona Mme Mlle Mademoiselle Maître Signor Signora Senhor Senhora Señorita Pak Datuk \
        Tun Maulana Pani Aunty Auntie Mama Chef Comandante Maestro Mwalimu";
    /// Begins or continues a title of several words.
    TITLE_PART = 3, is_title_part, "Vice Prime Deputy Foreign Defense Defence Interior Finance \
        Press Attorney Chief Former Acting Interim Assistant Under Secretary General State House \
        Senate Majority Minority Crown Supreme Grand Major Lieutenant Brigadier Rear Air Field \
        First Second Energy Treasury Home Justice Health Education Special National Security \
        Commerce Labor Transportation Homeland Executive Managing Senior Staff Sergeant \
        Opposition Federal Military Army Police Political Party Campaign Legal";
    /// Ends the name of an organisation.
    ORGANISATION_TAIL = 4, ends_organisation, "Inc Corp Corporation Ltd LLC LLP PLC GmbH AG SA Co \
        Company Group Holdings Party Committee Council Commission Association Organization \
        Organisation Agency Authority Bureau Department Ministry Institute Institution University \
        College School Academy Foundation Fund Trust Society Union Federation League Alliance \
        Coalition Front Movement Army Navy Force Forces Guard Guards Brigade Brigades Battalion \
        Militia Police Court Tribunal Parliament Assembly Senate Congress Bank Airlines Airways \
        Air Motors Motor Industries Systems Technologies Technology Software Labs Laboratories \
        Pharmaceuticals Pharma Energy Oil Gas Petroleum Electric Power Insurance Securities \
        Partners Capital Investments Ventures Enterprises International Solutions Services \
        Consulting Associates Hospital Clinic Church Cathedral Synagogue Mosque Temple Ministries \
        Times Post Journal Tribune Herald Gazette Chronicle Telegraph Guardian News Press Radio \
        Television TV Network Magazine Weekly Review Media Broadcasting Observatory Observer \
        Center Centre Club FC United Rovers Wanderers Athletic Team Orchestra Band Museum Library \
        Theatre Theater Hotel Inn Restaurant Cafe Grill Bistro Pizza Pizzeria Diner Bakery Salon \
        Spa Store Stores Mart Market Supermarket Shop Depot Dealership Dental Chamber Board Office \
        Service Administration Intelligence Initiative Project Network Campaign Caucus Lobby \
        Confederation Syndicate Cartel Mafia Brotherhood Resistance Legion Corps Command Unit \
        Studios Pictures Records Entertainment Productions Publishing Books Games Sports Wireless \
        Telecom Communications Mobile Cable Realty Properties Construction Engineering Logistics \
        Transport Railways Railway Shipping Foods Brewery Winery Farms Rangers Cavaliers Warriors \
        Lakers Yankees Cowboys Patriots Eagles Giants Bears Lions Tigers Bulls Celtics Packers \
        Steelers Dodgers Mets Sox Cubs";
    /// Begins the name of an organisation before `of`, `for` or `on`.
    ORGANISATION_HEAD = 5, heads_organisation, "University College School Institute Institution \
        Ministry Department Dept Bank Bureau Council Committee Commission Association Organization \
        Organisation Agency Authority Federation League Union Society Center Centre Church \
        Academy Foundation House Chamber Court Board Office Party Army Front Movement Alliance \
        Coalition Confederation Assembly Congress Parliament Conference Campaign Fund Citizens \
        Friends Students Mothers Veterans Physicians Doctors Lawyers Scientists Partnership Forum \
        Museum Library Hospital Sons Daughters Knights Order Guild Network Campaign Initiative \
        Observatory Voice Soldiers Brigades International";
    /// Ends the name of a place.
    PLACE_TAIL = 6, ends_place, "River Lake Sea Ocean Bay Gulf Strait Channel Creek Falls Beach \
        Coast Shore Island Islands Isle Isles Peninsula Cape Mountain Mountains Mount Hill Hills \
        Valley Canyon Desert Forest Woods Park Gardens Garden Square Plaza Street St Road Rd \
        Avenue Ave Boulevard Blvd Lane Drive Highway Hwy Freeway Bridge Tunnel Airport Station \
        Port Harbor Harbour City Town Village County Province District Region State States \
        Territory Territories Republic Kingdom Empire Emirate Heights Springs Palace Castle Tower \
        Stadium Arena Zoo Canal Reef Basin Plateau Plains Ridge Glacier Archipelago Crossing \
        Prison Camp Base Corridor Borough Quarter Parish Prefecture Oblast";
    /// Begins the name of a place.
    PLACE_HEAD = 7, heads_place, "Mount Mt Lake Cape Port Fort Gulf Bay Strait Isle Isles San \
        Santa Santo Saint St Los Las El La Río Rio Camp River Republic Kingdom State City Province \
        Islands Sea Puerto Villa Bad Ras Wadi Tel Kafr Deir Umm Beit";
    /// Ends the name of an event.
    EVENT_TAIL = 8, ends_event, "War Wars Revolution Uprising Revolt Rebellion Coup Summit \
        Conference Olympics Cup Games Championship Championships Festival Election Elections \
        Referendum Massacre Genocide Crisis Disaster Earthquake Hurricane Tsunami Pandemic \
        Epidemic Famine Battle Siege Offensive Operation Campaign Attack Attacks Bombing \
        Bombings Scandal Affair Trial Trials Talks Spring Marathon Parade Awards Day Week \
        Open Bowl Tournament Prix Expo Fair Convention";
    /// Begins the name of an event before `of`.
    EVENT_HEAD = 9, heads_event, "Battle Siege War Treaty Operation Hurricane Typhoon Cyclone \
        Tropical Storm";
    /// Ends the name of a law, treaty or other work.
    WORK_TAIL = 10, ends_work, "Act Bill Treaty Agreement Accord Accords Constitution Amendment \
        Declaration Resolution Protocol Convention Charter Pact Code Doctrine Memorandum Plan \
        Report Deal Directive Law Manifesto Papers Files Album Movie Film Show Novel Prize Award";
    /// May stand in lower case inside a person's name.
    PARTICLE = 11, is_particle, "van von de der den di da del della du des la le el al bin ibn ben \
        bint abu abd ud ul ur dos das do ter ten te zu y e af av vom zum op den";
    /// Never a name by itself and never the first word of one.
    NEVER = 12, is_never, "I Im Ive Ill Id January February March April May June July August \
        September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Monday \
        Tuesday Wednesday Thursday Friday Saturday Sunday Mondays \
        Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays Mon Tue Tues Wed Thu Thur Thurs Fri Sat \
        Sun Christmas Easter Ramadan Thanksgiving Halloween Hanukkah Passover Xmas LOL OMG WTF ROFL \
        LMAO IMO IMHO FYI BTW TBH SMH RT DM PS ETA ASAP OK AM PM AD BC BCE CE TV PC CD DVD URL HTML \
        PDF FAQ Q A GMT EST PST EDT PDT UTC Mom Dad Mum Mommy Daddy Grandma Grandpa Yes No Hi Hello \
        Hey Oh Ah Wow Yeah Yep Nope Thanks Please Sorry Internet Web Net II III IV VI VII VIII IX \
        XI XII Haha Hahaha Ha Hmm Ugh Aww Amen Mr Mrs Ms Dr VS Ok Okay Edit Update Sent From \
        Subject Re Fwd Fw Cc Bcc To Date Tel Fax Phone Email Cell Via Chapter Figure Table \
        Section Part Page Vol No Nos Fig DIY HIV AIDS DNA GPS GDP CEO CFO CTO COO VP SVP EVP ID \
        PhD MD JD MBA BA BS MA MS WMD WMDs PR IQ";
    /// A word of the closed classes: it begins sentences, but no names.
    FUNCTION = 13, is_function, "the a an this that these those my your his her its our their some \
        any every each all both many much more most few several such no not another other what \
        which who whom whose when where why how if because although though while whereas since \
        until unless before after once as than and or but nor yet so for of in on at by with \
        without from to into onto over under between among against about above below through \
        during within beyond despite except like near off out up down across along around behind \
        beside besides toward towards upon he she it they we you him them us me i is are was were \
        be been being am do does did done have has had having will would shall should can could \
        may might must there here then now thus therefore however moreover furthermore \
        meanwhile nevertheless nonetheless indeed perhaps maybe also too very just only even still \
        again already always never ever often sometimes usually let lets one two three four five \
        six seven eight nine ten first second third last next dont doesnt didnt isnt arent wasnt \
        werent wont wouldnt cant couldnt shouldnt aint thats whats heres theres youre theyre were \
        hes shes its dear according";
    /// Stands before a place.
    PLACE_PREPOSITION = 14, is_place_preposition, "in at from near to across outside inside \
        throughout around into toward towards within visiting visited via";
    /// Says that the name beside it belongs to someone who speaks.
    SPEECH = 15, is_speech, "said says told tells added adds wrote writes argued argues insisted \
        insists claimed claims noted notes replied replies asked asks explained explains thinks \
        thought believes believed wants wanted knows knew tweeted joked laughed smiled nodded";
    /// May join words of one name.
    JOINT = 16, is_joint, "of for and on the in";
    /// Tells which part of a place is meant.
    SIDE = 17, is_side, "North South East West Northern Southern Eastern Western Northeast \
        Northwest Southeast Southwest Central Greater Upper Lower Inner Outer New Old Downtown Mid";
    /// Behind a person's name.
    GENERATION = 18, is_generation, "Jr Sr II III IV Esq PhD MD";
}

impl Class {
    /// All classes as a set of bits.
    pub(crate) fn bits(self) -> u32 {
        self.0
    }

    /// The classes of the word with a key of [`fold::key`].
    pub(crate) fn of(key: u64) -> Self {
        CLASSES.get(&key).copied().unwrap_or_default()
    }

    /// A small word that may stand inside a name.
    pub(crate) fn is_joint_or_particle(self) -> bool {
        self.is_joint() || self.is_particle()
    }

    /// The gender that a title tells.
    pub(crate) fn gender(self) -> Gender {
        match (self.is_he(), self.is_she()) {
            (true, false) => Gender::Male,
            (false, true) => Gender::Female,
            _ => Gender::Unknown,
        }
    }
}
