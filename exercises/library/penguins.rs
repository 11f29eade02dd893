//! The Palmer penguins: 344 birds of three species, by Gorman, Williams and Fraser, 2014 (CC0).

use super::DataError;

/// A penguin. What was not measured is `None`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Penguin {
    /// Its species.
    pub species: Species,
    /// The island where it was found.
    pub island: Island,
    /// The length of its bill, in millimetres.
    pub bill_length_mm: Option<f32>,
    /// The depth of its bill, in millimetres.
    pub bill_depth_mm: Option<f32>,
    /// The length of its flipper, in millimetres.
    pub flipper_length_mm: Option<f32>,
    /// Its weight, in grams.
    pub body_mass_g: Option<f32>,
    /// Its sex.
    pub sex: Option<Sex>,
    /// The year of the measurement.
    pub year: u16,
}

impl Penguin {
    /// Bill length, bill depth, flipper length and body mass, in that order.
    pub fn measurements(&self) -> [Option<f32>; 4] {
        [
            self.bill_length_mm,
            self.bill_depth_mm,
            self.flipper_length_mm,
            self.body_mass_g,
        ]
    }
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident, $what:literal: $($(#[$variant_doc:meta])* $variant:ident = $word:literal),+) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$variant_doc])* $variant),+
        }

        impl $name {
            /// All of them, in the order of their numbers: `value as usize` is the place in this list.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The word that the file uses.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }

            fn parse(word: &str) -> Result<Self, String> {
                Self::ALL.iter().copied().find(|value| value.name() == word).ok_or_else(|| format!("{word:?} is no {}", $what))
            }
        }
    };
}

words! {
    /// A species of penguin.
    Species, "species":
    /// Pygoscelis adeliae.
    Adelie = "Adelie",
    /// Pygoscelis antarcticus.
    Chinstrap = "Chinstrap",
    /// Pygoscelis papua.
    Gentoo = "Gentoo"
}
words! {
    /// An island of the Palmer Archipelago.
    Island, "island":
    /// Biscoe.
    Biscoe = "Biscoe",
    /// Dream.
    Dream = "Dream",
    /// Torgersen.
    Torgersen = "Torgersen"
}
words! {
    /// The sex of a penguin.
    Sex, "sex":
    /// Female.
    Female = "female",
    /// Male.
    Male = "male"
}

/// All 344 penguins, 11 of them with something missing.
pub fn all() -> Vec<Penguin> {
    parse(include_str!("files/penguins.csv"))
        .expect("the penguins that are built into the program are sound")
}

/// Reads penguins from a CSV file with the columns of the original; `NA` stands for what is missing.
///
/// # Errors
///
/// If the header is another, or a row does not hold what its columns announce: the sentence names the line.
pub fn parse(csv: &str) -> Result<Vec<Penguin>, DataError> {
    const HEADER: &str =
        "species,island,bill_length_mm,bill_depth_mm,flipper_length_mm,body_mass_g,sex,year";
    let mut lines = csv.lines();
    if lines.next() != Some(HEADER) {
        return Err(DataError::new(format!(
            "The first line of the penguins must be {HEADER:?}."
        )));
    }
    let rows = lines.zip(2..).filter(|(line, _)| !line.is_empty());
    rows.map(|(line, number)| {
        row(line).map_err(|why| DataError::new(format!("Line {number} of the penguins: {why}.")))
    })
    .collect()
}

fn row(line: &str) -> Result<Penguin, String> {
    let cells: Vec<&str> = line.split(',').collect();
    let [
        species,
        island,
        bill_length,
        bill_depth,
        flipper_length,
        body_mass,
        sex,
        year,
    ] = cells[..]
    else {
        return Err(format!(
            "there are 8 columns, but this line has {}",
            cells.len()
        ));
    };
    Ok(Penguin {
        species: Species::parse(species)?,
        island: Island::parse(island)?,
        bill_length_mm: measured(bill_length)?,
        bill_depth_mm: measured(bill_depth)?,
        flipper_length_mm: measured(flipper_length)?,
        body_mass_g: measured(body_mass)?,
        sex: if sex == "NA" {
            None
        } else {
            Some(Sex::parse(sex)?)
        },
        year: year.parse().map_err(|_| format!("{year:?} is no year"))?,
    })
}

fn measured(cell: &str) -> Result<Option<f32>, String> {
    if cell == "NA" {
        return Ok(None);
    }
    match cell.parse::<f32>() {
        Ok(value) if value.is_finite() => Ok(Some(value)),
        _ => Err(format!("{cell:?} is neither a measurement nor NA")),
    }
}
