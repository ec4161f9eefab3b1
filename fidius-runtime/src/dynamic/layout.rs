//! How much room values take in the component model's calls, by their types in a WIT.

use fidius_wit::Type;

/// How many of the engine's values stand for a value of the type, where it is passed without the guest's memory.
pub(crate) fn flat_count(ty: &Type) -> usize {
    let side = |ty: &Option<Type>| ty.as_ref().map_or(0, flat_count);
    match ty {
        Type::String | Type::List(_) | Type::Map(_) => 2,
        Type::FixedLengthList(item, count) => {
            flat_count(item).saturating_mul(usize::try_from(*count).unwrap_or(usize::MAX))
        }
        Type::Option(some) => 1 + flat_count(some),
        Type::Result(sides) => 1 + side(&sides.0).max(side(&sides.1)),
        Type::Tuple(types) => types.iter().map(flat_count).sum(),
        Type::Record(record) => record
            .fields
            .iter()
            .map(|field| flat_count(&field.ty))
            .sum(),
        Type::Variant(variant) => {
            let payloads = variant.cases.iter().map(|case| side(&case.ty));
            1 + payloads.max().unwrap_or(0)
        }
        _ => 1,
    }
}

/// How many bytes a value of the type takes in the guest's memory, in a list or a stream.
pub(super) fn size(ty: &Type) -> usize {
    Layout::of(ty).size
}

#[derive(Clone, Copy)]
struct Layout {
    size: usize,
    align: usize,
}

impl Layout {
    const fn scalar(size: usize) -> Self {
        Self { size, align: size }
    }

    fn of(ty: &Type) -> Self {
        let side = |ty: &Option<Type>| ty.as_ref().map(Self::of);
        match ty {
            Type::Bool | Type::S8 | Type::U8 => Self::scalar(1),
            Type::S16 | Type::U16 => Self::scalar(2),
            Type::S64 | Type::U64 | Type::F64 => Self::scalar(8),
            Type::String | Type::List(_) | Type::Map(_) => Self { size: 8, align: 4 },
            Type::FixedLengthList(item, count) => {
                let item = Self::of(item);
                let count = usize::try_from(*count).unwrap_or(usize::MAX);
                Self {
                    size: item.size.saturating_mul(count),
                    ..item
                }
            }
            Type::Option(some) => Self::cases(2, [Self::of(some)]),
            Type::Result(sides) => Self::cases(2, side(&sides.0).into_iter().chain(side(&sides.1))),
            Type::Tuple(types) => Self::fields(types.iter()),
            Type::Record(record) => Self::fields(record.fields.iter().map(|field| &field.ty)),
            Type::Variant(variant) => {
                let cases = &variant.cases;
                Self::cases(cases.len(), cases.iter().filter_map(|case| side(&case.ty)))
            }
            Type::Enum(ty) => Self::cases(ty.cases.len(), []),
            Type::Flags(ty) => Self::scalar(match ty.flags.len() {
                0..=8 => 1,
                9..=16 => 2,
                _ => 4,
            }),
            // Numbers of 32 bits, characters, and whatever is known by a number.
            _ => Self::scalar(4),
        }
    }

    fn fields<'t>(types: impl Iterator<Item = &'t Type>) -> Self {
        let mut all = Self { size: 0, align: 1 };
        for field in types.map(Self::of) {
            all.size = all
                .size
                .next_multiple_of(field.align)
                .saturating_add(field.size);
            all.align = all.align.max(field.align);
        }
        all.size = all.size.next_multiple_of(all.align);
        all
    }

    /// So many cases, of which some have payloads.
    fn cases(count: usize, payloads: impl IntoIterator<Item = Self>) -> Self {
        let number = match count {
            0..=0x100 => 1,
            0x101..=0x1_0000 => 2,
            _ => 4,
        };
        let none = Self { size: 0, align: 1 };
        let payload = payloads.into_iter().fold(none, |all, payload| Self {
            size: all.size.max(payload.size),
            align: all.align.max(payload.align),
        });
        let align = payload.align.max(number);
        let size = number
            .next_multiple_of(payload.align)
            .saturating_add(payload.size);
        Self {
            size: size.next_multiple_of(align),
            align,
        }
    }
}
