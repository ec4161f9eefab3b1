//! Values out of a guest, by the types that the engine knows its functions to have.

use std::sync::{Arc, OnceLock};

use wasmtime::ValRaw;
use wasmtime::component::__internal::wasmtime_environ::component::{
    ComponentTypes, MAX_FLAT_PARAMS, TypeFlagsIndex, VariantInfo,
};
use wasmtime::component::__internal::{InterfaceType, LiftContext};
use wasmtime::component::{Lift, ResourceAny, StreamAny};

use crate::dynamic::abi::Resources;
use crate::{ResourceHandle, Value};

type Lifted = wasmtime::Result<Value>;

#[cold]
fn unsupported() -> wasmtime::Error {
    wasmtime::Error::msg(
        "there are no values of futures and error contexts, and no streams inside of values",
    )
}

#[cold]
fn wide() -> wasmtime::Error {
    wasmtime::Error::msg("a value is wider than the engine says its type is")
}

#[cold]
fn no_such_case() -> wasmtime::Error {
    wasmtime::Error::msg("unexpected discriminant")
}

/// A value that stands in one of the engine's own values: whatever has no more than one scalar in it.
pub(super) fn from_slot(
    cx: &mut LiftContext<'_>,
    ty: InterfaceType,
    slot: &ValRaw,
    resources: &mut Resources,
) -> Lifted {
    macro_rules! scalar {
        ($case:ident) => {
            Value::$case(Lift::linear_lift_from_flat(cx, ty, slot)?)
        };
    }
    let types = cx.types;
    Ok(match ty {
        InterfaceType::Bool => scalar!(Bool),
        InterfaceType::S8 => scalar!(S8),
        InterfaceType::U8 => scalar!(U8),
        InterfaceType::S16 => scalar!(S16),
        InterfaceType::U16 => scalar!(U16),
        InterfaceType::S32 => scalar!(S32),
        InterfaceType::U32 => scalar!(U32),
        InterfaceType::S64 => scalar!(S64),
        InterfaceType::U64 => scalar!(U64),
        InterfaceType::Float32 => scalar!(F32),
        InterfaceType::Float64 => scalar!(F64),
        InterfaceType::Char => scalar!(Char),
        InterfaceType::Record(index) => {
            let [field] = &*types[index].fields else {
                return Err(wide());
            };
            let value = from_slot(cx, field.ty, slot, resources)?;
            Value::Record(vec![(field.name.clone(), value)])
        }
        InterfaceType::Tuple(index) => {
            let [ty] = *types[index].types else {
                return Err(wide());
            };
            Value::Tuple(vec![from_slot(cx, ty, slot, resources)?])
        }
        InterfaceType::FixedLengthList(index) => {
            match from_slot(cx, types[index].element, slot, resources)? {
                Value::U8(byte) => Value::Bytes(vec![byte]),
                value => Value::List(vec![value]),
            }
        }
        InterfaceType::Flags(index) => flags(cx, index, slot.get_u32())?,
        InterfaceType::Own(_) | InterfaceType::Borrow(_) => {
            let resource = ResourceAny::linear_lift_from_flat(cx, ty, slot)?;
            handle(resource, resources)
        }
        InterfaceType::Stream(_) => {
            let stream = StreamAny::linear_lift_from_flat(cx, ty, slot)?;
            keep_stream(stream, resources)?
        }
        InterfaceType::Result(_) | InterfaceType::Variant(_) | InterfaceType::Enum(_) => {
            let case = Case::of(types, ty, slot.get_u32())?;
            if case.ty.is_some() {
                return Err(wide());
            }
            case.into_value(cx, None)?
        }
        _ => return Err(wide()),
    })
}

/// The engine's values that were passed without the guest's memory, read one after the other.
pub(super) struct Slots<'s> {
    slots: &'s [ValRaw],
    next: usize,
}

impl<'s> Slots<'s> {
    pub(super) fn new(slots: &'s [ValRaw]) -> Self {
        Self { slots, next: 0 }
    }

    fn next(&mut self) -> wasmtime::Result<&'s ValRaw> {
        let slot = self.slots.get(self.next).ok_or_else(wide)?;
        self.next += 1;
        Ok(slot)
    }
}

/// A value that stands in as many of the engine's own as its type has.
pub(super) fn from_flat(
    cx: &mut LiftContext<'_>,
    ty: InterfaceType,
    slots: &mut Slots<'_>,
    resources: &mut Resources,
) -> Lifted {
    let types = cx.types;
    Ok(match ty {
        InterfaceType::String | InterfaceType::List(_) | InterfaceType::Map(_) => {
            // As they would lie in memory.
            let (address, length) = (slots.next()?.get_u32(), slots.next()?.get_u32());
            let mut bytes = [0; 8];
            bytes[..4].copy_from_slice(&address.to_le_bytes());
            bytes[4..].copy_from_slice(&length.to_le_bytes());
            from_memory(cx, ty, &bytes, resources)?
        }
        InterfaceType::FixedLengthList(index) => {
            let list = &types[index];
            let mut items = Vec::new();
            for _ in 0..list.size {
                items.push(from_flat(cx, list.element, slots, resources)?);
            }
            if list.element == InterfaceType::U8 {
                let bytes = items.iter().filter_map(|item| match item {
                    Value::U8(byte) => Some(*byte),
                    _ => None,
                });
                Value::Bytes(bytes.collect())
            } else {
                Value::List(items)
            }
        }
        InterfaceType::Record(index) => {
            let mut values = Vec::new();
            for field in &types[index].fields {
                let value = from_flat(cx, field.ty, slots, resources)?;
                values.push((field.name.clone(), value));
            }
            Value::Record(values)
        }
        InterfaceType::Tuple(index) => {
            let mut values = Vec::new();
            for ty in &types[index].types {
                values.push(from_flat(cx, *ty, slots, resources)?);
            }
            Value::Tuple(values)
        }
        InterfaceType::Option(_)
        | InterfaceType::Result(_)
        | InterfaceType::Variant(_)
        | InterfaceType::Enum(_) => {
            // Each case has as many as the one that has the most.
            let count = types
                .canonical_abi(&ty)
                .flat_count(MAX_FLAT_PARAMS)
                .ok_or_else(wide)?;
            let end = slots.next + count;
            let case = Case::of(types, ty, slots.next()?.get_u32())?;
            let payload = match case.ty {
                Some(ty) => Some(Box::new(from_flat(cx, ty, slots, resources)?)),
                None => None,
            };
            slots.next = end;
            case.into_value(cx, payload)?
        }
        _ => from_slot(cx, ty, slots.next()?, resources)?,
    })
}

/// A value that stands in the guest's memory.
pub(super) fn from_memory(
    cx: &mut LiftContext<'_>,
    ty: InterfaceType,
    bytes: &[u8],
    resources: &mut Resources,
) -> Lifted {
    macro_rules! scalar {
        ($case:ident) => {
            Value::$case(Lift::linear_lift_from_memory(cx, ty, bytes)?)
        };
    }
    let types = cx.types;
    Ok(match ty {
        InterfaceType::Bool => scalar!(Bool),
        InterfaceType::S8 => scalar!(S8),
        InterfaceType::U8 => scalar!(U8),
        InterfaceType::S16 => scalar!(S16),
        InterfaceType::U16 => scalar!(U16),
        InterfaceType::S32 => scalar!(S32),
        InterfaceType::U32 => scalar!(U32),
        InterfaceType::S64 => scalar!(S64),
        InterfaceType::U64 => scalar!(U64),
        InterfaceType::Float32 => scalar!(F32),
        InterfaceType::Float64 => scalar!(F64),
        InterfaceType::Char => scalar!(Char),
        InterfaceType::String => scalar!(String),
        InterfaceType::List(index) if types[index].element == InterfaceType::U8 => scalar!(Bytes),
        InterfaceType::List(index) => {
            let element = types[index].element;
            let abi = types.canonical_abi(&element);
            let bytes = pointed_at(cx, bytes, abi.size32, abi.align32)?;
            Value::List(each(cx, element, bytes, resources)?)
        }
        InterfaceType::FixedLengthList(index) => {
            let element = types[index].element;
            if element == InterfaceType::U8 {
                cx.consume_fuel(bytes.len())?;
                Value::Bytes(bytes.to_vec())
            } else {
                Value::List(each(cx, element, bytes, resources)?)
            }
        }
        InterfaceType::Map(index) => {
            let map = &types[index];
            let size = map.entry_abi.size32 as usize;
            let bytes = pointed_at(cx, bytes, map.entry_abi.size32, map.entry_abi.align32)?;
            let count = bytes.len() / size;
            cx.consume_fuel_array(count, size_of::<(Value, Value)>())?;
            let key_size = types.canonical_abi(&map.key).size32 as usize;
            let value_size = types.canonical_abi(&map.value).size32 as usize;
            let mut entries = Vec::with_capacity(count);
            for entry in bytes.chunks_exact(size) {
                let value = &entry[map.value_offset32 as usize..][..value_size];
                entries.push((
                    from_memory(cx, map.key, &entry[..key_size], resources)?,
                    from_memory(cx, map.value, value, resources)?,
                ));
            }
            Value::Map(entries)
        }
        InterfaceType::Record(index) => {
            let fields = &types[index].fields;
            cx.consume_fuel_array(fields.len(), size_of::<(String, Value)>())?;
            let mut values = Vec::with_capacity(fields.len());
            let mut offset = 0;
            for field in fields {
                cx.consume_fuel(field.name.len())?;
                let bytes = part(types, field.ty, bytes, &mut offset);
                let value = from_memory(cx, field.ty, bytes, resources)?;
                values.push((field.name.clone(), value));
            }
            Value::Record(values)
        }
        InterfaceType::Tuple(index) => {
            let elements = &types[index].types;
            cx.consume_fuel_array(elements.len(), size_of::<Value>())?;
            let mut values = Vec::with_capacity(elements.len());
            let mut offset = 0;
            for ty in elements {
                let bytes = part(types, *ty, bytes, &mut offset);
                values.push(from_memory(cx, *ty, bytes, resources)?);
            }
            Value::Tuple(values)
        }
        InterfaceType::Flags(index) => flags(cx, index, number(bytes))?,
        InterfaceType::Own(_) | InterfaceType::Borrow(_) => {
            let resource = ResourceAny::linear_lift_from_memory(cx, ty, bytes)?;
            handle(resource, resources)
        }
        InterfaceType::Option(_)
        | InterfaceType::Result(_)
        | InterfaceType::Variant(_)
        | InterfaceType::Enum(_) => {
            let info = variant_info(types, ty)?;
            let size = usize::from(info.size);
            let case = Case::of(types, ty, number(&bytes[..size]))?;
            let payload = match case.ty {
                Some(ty) => {
                    cx.consume_fuel(size_of::<Value>())?;
                    let size = types.canonical_abi(&ty).size32 as usize;
                    let bytes = &bytes[info.payload_offset32 as usize..][..size];
                    Some(Box::new(from_memory(cx, ty, bytes, resources)?))
                }
                None => None,
            };
            case.into_value(cx, payload)?
        }
        InterfaceType::Stream(_) => {
            let stream = StreamAny::linear_lift_from_memory(cx, ty, bytes)?;
            keep_stream(stream, resources)?
        }
        InterfaceType::Future(_) | InterfaceType::ErrorContext(_) => return Err(unsupported()),
    })
}

/// A number of one, two or four bytes.
fn number(bytes: &[u8]) -> u32 {
    let mut whole = [0; 4];
    whole[..bytes.len()].copy_from_slice(bytes);
    u32::from_le_bytes(whole)
}

/// The bytes of the next part of a record or tuple.
fn part<'b>(
    types: &ComponentTypes,
    ty: InterfaceType,
    bytes: &'b [u8],
    offset: &mut usize,
) -> &'b [u8] {
    let abi = types.canonical_abi(&ty);
    let at = abi.next_field32_size(offset);
    &bytes[at..][..abi.size32 as usize]
}

/// The items that a pointer and a length, in `bytes`, stand for.
fn pointed_at<'a>(
    cx: &LiftContext<'a>,
    bytes: &[u8],
    size: u32,
    align: u32,
) -> wasmtime::Result<&'a [u8]> {
    let address = number(&bytes[..4]) as usize;
    let length = number(&bytes[4..8]) as usize;
    let items = length
        .checked_mul(size as usize)
        .and_then(|size| cx.memory().get(address..)?.get(..size))
        .ok_or_else(|| wasmtime::Error::msg("list pointer/length out of bounds of memory"))?;
    if !address.is_multiple_of(align as usize) {
        return Err(wasmtime::Error::msg("list pointer is not aligned"));
    }
    Ok(items)
}

/// The items of a list that lie in these bytes. What they take in the host's memory counts as transferred.
fn each(
    cx: &mut LiftContext<'_>,
    element: InterfaceType,
    bytes: &[u8],
    resources: &mut Resources,
) -> wasmtime::Result<Vec<Value>> {
    macro_rules! scalars {
        ($case:ident, $ty:ty) => {
            return Ok(bytes
                .as_chunks::<{ size_of::<$ty>() }>()
                .0
                .iter()
                .map(|bytes| Value::$case(<$ty>::from_le_bytes(*bytes)))
                .collect())
        };
    }
    let size = cx.types.canonical_abi(&element).size32 as usize;
    let count = bytes.len() / size;
    cx.consume_fuel_array(count, size_of::<Value>())?;
    match element {
        InterfaceType::S8 => scalars!(S8, i8),
        InterfaceType::S16 => scalars!(S16, i16),
        InterfaceType::U16 => scalars!(U16, u16),
        InterfaceType::S32 => scalars!(S32, i32),
        InterfaceType::U32 => scalars!(U32, u32),
        InterfaceType::S64 => scalars!(S64, i64),
        InterfaceType::U64 => scalars!(U64, u64),
        InterfaceType::Float32 => scalars!(F32, f32),
        InterfaceType::Float64 => scalars!(F64, f64),
        _ => {}
    }
    let mut items = Vec::with_capacity(count);
    for bytes in bytes.chunks_exact(size) {
        items.push(from_memory(cx, element, bytes, resources)?);
    }
    Ok(items)
}

fn flags(cx: &mut LiftContext<'_>, index: TypeFlagsIndex, bits: u32) -> Lifted {
    let names = &cx.types[index].names;
    let mut set = Vec::new();
    // Bits that stand for no flag are ignored, as the ABI asks for.
    for (number, name) in names.iter().enumerate().take(32) {
        if bits >> number & 1 == 1 {
            cx.consume_fuel(size_of::<String>() + name.len())?;
            set.push(name.clone());
        }
    }
    Ok(Value::Flags(set))
}

/// A handle whose resource is filled in when the call is over: there is no access to the session before.
fn handle(resource: ResourceAny, resources: &mut Resources) -> Value {
    let place = Arc::new(OnceLock::new());
    resources.handles.push((Arc::clone(&place), resource));
    Value::Resource(ResourceHandle(place))
}

/// A stream that is taken when the call is over: nothing stands in its place.
fn keep_stream(stream: StreamAny, resources: &mut Resources) -> Lifted {
    if resources.stream.replace(stream).is_some() {
        return Err(unsupported());
    }
    Ok(Value::Unit)
}

fn variant_info(types: &ComponentTypes, ty: InterfaceType) -> wasmtime::Result<&VariantInfo> {
    Ok(match ty {
        InterfaceType::Option(index) => &types[index].info,
        InterfaceType::Result(index) => &types[index].info,
        InterfaceType::Variant(index) => &types[index].info,
        InterfaceType::Enum(index) => &types[index].info,
        _ => return Err(wide()),
    })
}

/// A case of anything that has cases.
struct Case<'t> {
    ty: Option<InterfaceType>,
    kind: Kind<'t>,
}

enum Kind<'t> {
    Option,
    Ok,
    Err,
    Variant(&'t str),
    Enum(&'t str),
}

impl<'t> Case<'t> {
    /// The case of this number.
    fn of(types: &'t ComponentTypes, ty: InterfaceType, number: u32) -> wasmtime::Result<Self> {
        let (kind, ty) = match (ty, number) {
            (InterfaceType::Option(_), 0) => (Kind::Option, None),
            (InterfaceType::Option(index), 1) => (Kind::Option, Some(types[index].ty)),
            (InterfaceType::Result(index), 0) => (Kind::Ok, types[index].ok),
            (InterfaceType::Result(index), 1) => (Kind::Err, types[index].err),
            (InterfaceType::Variant(index), _) => {
                let cases = &types[index].cases;
                let (name, ty) = cases.get_index(number as usize).ok_or_else(no_such_case)?;
                (Kind::Variant(name), *ty)
            }
            (InterfaceType::Enum(index), _) => {
                let mut names = types[index].names.iter();
                let name = names.nth(number as usize).ok_or_else(no_such_case)?;
                (Kind::Enum(name), None)
            }
            _ => return Err(no_such_case()),
        };
        Ok(Self { ty, kind })
    }

    fn into_value(self, cx: &mut LiftContext<'_>, payload: Option<Box<Value>>) -> Lifted {
        Ok(match self.kind {
            Kind::Option => Value::Option(payload),
            Kind::Ok => Value::Result(Ok(payload)),
            Kind::Err => Value::Result(Err(payload)),
            Kind::Variant(name) => {
                cx.consume_fuel(name.len())?;
                Value::Variant(name.to_owned(), payload)
            }
            Kind::Enum(name) => {
                cx.consume_fuel(name.len())?;
                Value::Enum(name.to_owned())
            }
        })
    }
}
