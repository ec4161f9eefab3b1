//! Which of the names of a WIT type is meant by a given one.

use fidius_wit::closest;

use super::misfit::Misfit;

/// How many names a message lists; of more than these it names the closest only.
const MOST_LISTED: usize = 12;

/// The place among `names` of the one that `given` stands for: the name itself, or what `is_spelling` holds to be a Rust
/// spelling of it.
///
/// # Errors
/// No name, or a spelling of several: the text goes on after ``point has no field "z"``.
pub(super) fn place<'a>(
    names: impl Iterator<Item = &'a str> + Clone,
    given: &str,
    is_spelling: fn(&str, &str) -> bool,
) -> Result<usize, Unknown> {
    if let Some(place) = names.clone().position(|name| name == given) {
        return Ok(place);
    }
    let mut spelled = names
        .clone()
        .enumerate()
        .filter(|(_, name)| is_spelling(name, given));
    match (spelled.next(), spelled.next()) {
        (Some((place, _)), None) => Ok(place),
        (None, _) => Err(Unknown::None),
        (Some((_, one)), Some((_, other))) => {
            Err(Unknown::Several(one.to_owned(), other.to_owned()))
        }
    }
}

/// Why a name stands for none of those of a type.
pub(super) enum Unknown {
    None,
    Several(String, String),
}

impl Unknown {
    /// `point has no field "z"; its fields are x, y`, where `owner` is `point`, `one` is `field` and `all` is `fields`.
    pub(super) fn message<'a>(
        self,
        owner: &str,
        [one, all]: [&str; 2],
        given: &str,
        names: impl Iterator<Item = &'a str> + Clone,
    ) -> String {
        let hint = match self {
            Self::Several(a, b) => {
                return format!("\"{given}\" may be the {one} \"{a}\" or \"{b}\" of {owner}");
            }
            Self::None => match closest(given, names.clone()) {
                Some(name) => format!("did you mean \"{name}\"?"),
                None if names.clone().count() <= MOST_LISTED => {
                    let names: Vec<&str> = names.collect();
                    format!("its {all} are {}", names.join(", "))
                }
                None => format!("it has {} others", names.count()),
            },
        };
        format!("{owner} has no {one} \"{given}\"; {hint}")
    }
}

/// A name that is there twice, perhaps in two spellings.
pub(super) fn twice(kind: &str, wit: &str, first: &str, second: &str) -> Misfit {
    Misfit::new(if first == second {
        format!("the {kind} \"{wit}\" is there twice")
    } else {
        format!("the {kind} \"{wit}\" is there twice, as \"{first}\" and as \"{second}\"")
    })
}
