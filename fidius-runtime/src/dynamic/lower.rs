//! Values into a guest, by the types that the engine knows its functions to have.
//!
//! Every value has been made exact for its type before: what does not fit here is a mistake of ours, and an error all the same.

use wasmtime::ValRaw;
use wasmtime::component::__internal::wasmtime_environ::component::{
    ComponentTypes, TypeFlagsIndex, VariantInfo,
};
use wasmtime::component::__internal::{InterfaceType, LowerContext};
use wasmtime::component::{Lower, ResourceAny, StreamAny};

use crate::Value;

/// The engine's values that are passed without the guest's memory, filled one after the other.
pub(super) struct Flat<'s> {
    slots: &'s mut [ValRaw],
    next: usize,
}

impl<'s> Flat<'s> {
    pub(super) fn new(slots: &'s mut [ValRaw]) -> Self {
        Self { slots, next: 0 }
    }

    fn push(&mut self, value: ValRaw) -> wasmtime::Result<()> {
        let slot = self.slots.get_mut(self.next).ok_or_else(wrong)?;
        *slot = value;
        self.next += 1;
        Ok(())
    }
}

#[cold]
fn wrong() -> wasmtime::Error {
    wasmtime::Error::msg("a value is not of the type that it was checked for")
}

#[cold]
fn unsupported() -> wasmtime::Error {
    wasmtime::Error::msg("there are no values of streams, futures and error contexts")
}

pub(super) fn tuple_flat<T>(
    cx: &mut LowerContext<'_, T>,
    types: &[InterfaceType],
    values: &[Value],
    flat: &mut Flat<'_>,
) -> wasmtime::Result<()> {
    if types.len() != values.len() {
        return Err(wrong());
    }
    for (ty, value) in types.iter().zip(values) {
        to_flat(cx, *ty, value, flat)?;
    }
    Ok(())
}

pub(super) fn tuple_memory<T>(
    cx: &mut LowerContext<'_, T>,
    types: &[InterfaceType],
    values: &[Value],
    mut offset: usize,
) -> wasmtime::Result<()> {
    if types.len() != values.len() {
        return Err(wrong());
    }
    for (ty, value) in types.iter().zip(values) {
        let at = cx.types.canonical_abi(ty).next_field32_size(&mut offset);
        to_memory(cx, *ty, value, at)?;
    }
    Ok(())
}

/// The parameters, with a stream in the place of the one value that is for it.
pub(super) fn params_flat<T>(
    cx: &mut LowerContext<'_, T>,
    types: &[InterfaceType],
    values: &[Value],
    stream: Option<&StreamAny>,
    flat: &mut Flat<'_>,
) -> wasmtime::Result<()> {
    let Some(stream) = stream else {
        return tuple_flat(cx, types, values, flat);
    };
    if types.len() != values.len() {
        return Err(wrong());
    }
    for (ty, value) in types.iter().zip(values) {
        if let InterfaceType::Stream(_) = ty {
            let mut slot = std::mem::MaybeUninit::uninit();
            stream.linear_lower_to_flat(cx, *ty, &mut slot)?;
            // SAFETY: lowering without an error has written it.
            flat.push(unsafe { slot.assume_init() })?;
        } else {
            to_flat(cx, *ty, value, flat)?;
        }
    }
    Ok(())
}

/// The same in the guest's memory.
pub(super) fn params_memory<T>(
    cx: &mut LowerContext<'_, T>,
    types: &[InterfaceType],
    values: &[Value],
    stream: Option<&StreamAny>,
    mut offset: usize,
) -> wasmtime::Result<()> {
    let Some(stream) = stream else {
        return tuple_memory(cx, types, values, offset);
    };
    if types.len() != values.len() {
        return Err(wrong());
    }
    for (ty, value) in types.iter().zip(values) {
        let at = cx.types.canonical_abi(ty).next_field32_size(&mut offset);
        if let InterfaceType::Stream(_) = ty {
            stream.linear_lower_to_memory(cx, *ty, at)?;
        } else {
            to_memory(cx, *ty, value, at)?;
        }
    }
    Ok(())
}

/// The only parameter, which is a `list<u8>`.
pub(super) fn bytes_flat<T>(
    cx: &mut LowerContext<'_, T>,
    types: &[InterfaceType],
    bytes: &[u8],
    flat: &mut Flat<'_>,
) -> wasmtime::Result<()> {
    let [ty @ InterfaceType::List(index)] = *types else {
        return Err(wrong());
    };
    if cx.types[index].element != InterfaceType::U8 {
        return Err(wrong());
    }
    let (address, length) = store_bytes(cx, ty, bytes)?;
    push_pair(flat, address, length)
}

/// A scalar's bits, with the rest of the 64 zero; `None` for what is no scalar, or not of the type.
#[inline]
fn bits(ty: InterfaceType, value: &Value) -> Option<u64> {
    Some(match (ty, value) {
        (InterfaceType::Bool, Value::Bool(value)) => u64::from(*value),
        (InterfaceType::S8, Value::S8(value)) => u64::from(i32::from(*value).cast_unsigned()),
        (InterfaceType::U8, Value::U8(value)) => u64::from(*value),
        (InterfaceType::S16, Value::S16(value)) => u64::from(i32::from(*value).cast_unsigned()),
        (InterfaceType::U16, Value::U16(value)) => u64::from(*value),
        (InterfaceType::S32, Value::S32(value)) => u64::from(value.cast_unsigned()),
        (InterfaceType::U32, Value::U32(value)) => u64::from(*value),
        (InterfaceType::S64, Value::S64(value)) => value.cast_unsigned(),
        (InterfaceType::U64, Value::U64(value)) => *value,
        (InterfaceType::Float32, Value::F32(value)) => u64::from(value.to_bits()),
        (InterfaceType::Float64, Value::F64(value)) => value.to_bits(),
        (InterfaceType::Char, Value::Char(value)) => u64::from(u32::from(*value)),
        _ => return None,
    })
}

fn to_flat<T>(
    cx: &mut LowerContext<'_, T>,
    ty: InterfaceType,
    value: &Value,
    flat: &mut Flat<'_>,
) -> wasmtime::Result<()> {
    if let Some(bits) = bits(ty, value) {
        // Every slot is written whole, with zeros above: where a variant's cases share one of 64 bits, that is what the ABI asks for.
        return flat.push(ValRaw::u64(bits));
    }
    let types = cx.types;
    match (ty, value) {
        (InterfaceType::String, Value::String(text)) => {
            let mut pair = std::mem::MaybeUninit::uninit();
            text.as_str().linear_lower_to_flat(cx, ty, &mut pair)?;
            // SAFETY: lowering without an error has written both.
            let [address, length] = unsafe { pair.assume_init() };
            flat.push(address)?;
            flat.push(length)
        }
        (InterfaceType::List(_) | InterfaceType::Map(_), _) => {
            let (address, length) = store_list(cx, ty, value)?;
            push_pair(flat, address, length)
        }
        (InterfaceType::FixedLengthList(index), value) => {
            let list = &types[index];
            each(value, list.size as usize, |item| {
                to_flat(cx, list.element, item, flat)
            })
        }
        (InterfaceType::Record(index), Value::Record(values)) => {
            let fields = &types[index].fields;
            if fields.len() != values.len() {
                return Err(wrong());
            }
            for (field, (_, value)) in fields.iter().zip(values) {
                to_flat(cx, field.ty, value, flat)?;
            }
            Ok(())
        }
        (InterfaceType::Tuple(index), Value::Tuple(values)) => {
            tuple_flat(cx, &types[index].types, values, flat)
        }
        (InterfaceType::Flags(index), Value::Flags(set)) => {
            let bits = flag_bits(types, index, set)?;
            flat.push(ValRaw::u64(u64::from(bits)))
        }
        (InterfaceType::Own(_) | InterfaceType::Borrow(_), Value::Resource(_)) => {
            let mut slot = std::mem::MaybeUninit::uninit();
            resource(value)?.linear_lower_to_flat(cx, ty, &mut slot)?;
            // SAFETY: lowering without an error has written it.
            flat.push(unsafe { slot.assume_init() })
        }
        _ => {
            let case = Case::of(types, ty, value)?;
            let whole = types.canonical_abi(&ty).flat_count(usize::MAX);
            let end = flat.next + whole.ok_or_else(wrong)?;
            flat.push(ValRaw::u64(u64::from(case.number)))?;
            if let (Some(ty), Some(payload)) = (case.ty, case.payload) {
                to_flat(cx, ty, payload, flat)?;
            }
            // What other cases have more is zero already.
            flat.next = end;
            Ok(())
        }
    }
}

pub(super) fn to_memory<T>(
    cx: &mut LowerContext<'_, T>,
    ty: InterfaceType,
    value: &Value,
    offset: usize,
) -> wasmtime::Result<()> {
    let types = cx.types;
    if let Some(bits) = bits(ty, value) {
        let size = types.canonical_abi(&ty).size32 as usize;
        cx.as_slice_mut()[offset..][..size].copy_from_slice(&bits.to_le_bytes()[..size]);
        return Ok(());
    }
    match (ty, value) {
        (InterfaceType::String, Value::String(text)) => {
            text.as_str().linear_lower_to_memory(cx, ty, offset)
        }
        (InterfaceType::List(_) | InterfaceType::Map(_), _) => {
            let (address, length) = store_list(cx, ty, value)?;
            *cx.get(offset) = u32::try_from(address)?.to_le_bytes();
            *cx.get(offset + 4) = u32::try_from(length)?.to_le_bytes();
            Ok(())
        }
        (InterfaceType::FixedLengthList(index), value) => {
            let list = &types[index];
            let size = types.canonical_abi(&list.element).size32 as usize;
            let mut at = offset;
            each(value, list.size as usize, |item| {
                to_memory(cx, list.element, item, at)?;
                at += size;
                Ok(())
            })
        }
        (InterfaceType::Record(index), Value::Record(values)) => {
            let fields = &types[index].fields;
            if fields.len() != values.len() {
                return Err(wrong());
            }
            let mut offset = offset;
            for (field, (_, value)) in fields.iter().zip(values) {
                let abi = types.canonical_abi(&field.ty);
                to_memory(cx, field.ty, value, abi.next_field32_size(&mut offset))?;
            }
            Ok(())
        }
        (InterfaceType::Tuple(index), Value::Tuple(values)) => {
            tuple_memory(cx, &types[index].types, values, offset)
        }
        (InterfaceType::Flags(index), Value::Flags(set)) => {
            let bits = flag_bits(types, index, set)?;
            let size = types[index].abi.size32 as usize;
            cx.as_slice_mut()[offset..][..size].copy_from_slice(&bits.to_le_bytes()[..size]);
            Ok(())
        }
        (InterfaceType::Own(_) | InterfaceType::Borrow(_), Value::Resource(_)) => {
            resource(value)?.linear_lower_to_memory(cx, ty, offset)
        }
        _ => {
            let case = Case::of(types, ty, value)?;
            let size = usize::from(case.info.size);
            cx.as_slice_mut()[offset..][..size].copy_from_slice(&case.number.to_le_bytes()[..size]);
            if let (Some(ty), Some(payload)) = (case.ty, case.payload) {
                to_memory(
                    cx,
                    ty,
                    payload,
                    offset + case.info.payload_offset32 as usize,
                )?;
            }
            Ok(())
        }
    }
}

/// A case of anything that has cases, as the value has it.
struct Case<'t, 'v> {
    info: &'t VariantInfo,
    number: u32,
    ty: Option<InterfaceType>,
    payload: Option<&'v Value>,
}

impl<'t, 'v> Case<'t, 'v> {
    fn of(
        types: &'t ComponentTypes,
        ty: InterfaceType,
        value: &'v Value,
    ) -> wasmtime::Result<Self> {
        let (info, number, ty, payload) = match (ty, value) {
            (InterfaceType::Option(index), Value::Option(some)) => {
                let option = &types[index];
                let ty = some.is_some().then_some(option.ty);
                (
                    &option.info,
                    usize::from(some.is_some()),
                    ty,
                    some.as_deref(),
                )
            }
            (InterfaceType::Result(index), Value::Result(result)) => {
                let ty = &types[index];
                match result {
                    Ok(payload) => (&ty.info, 0, ty.ok, payload.as_deref()),
                    Err(payload) => (&ty.info, 1, ty.err, payload.as_deref()),
                }
            }
            (InterfaceType::Variant(index), Value::Variant(name, payload)) => {
                let variant = &types[index];
                let (number, _, ty) = variant.cases.get_full(name).ok_or_else(wrong)?;
                (&variant.info, number, *ty, payload.as_deref())
            }
            (InterfaceType::Enum(index), Value::Enum(name)) => {
                let ty = &types[index];
                let number = ty.names.get_index_of(name).ok_or_else(wrong)?;
                (&ty.info, number, None, None)
            }
            (
                InterfaceType::Future(_)
                | InterfaceType::Stream(_)
                | InterfaceType::ErrorContext(_),
                _,
            ) => return Err(unsupported()),
            _ => return Err(wrong()),
        };
        if ty.is_some() != payload.is_some() {
            return Err(wrong());
        }
        Ok(Self {
            info,
            number: u32::try_from(number)?,
            ty,
            payload,
        })
    }
}

fn flag_bits(
    types: &ComponentTypes,
    index: TypeFlagsIndex,
    set: &[String],
) -> wasmtime::Result<u32> {
    let names = &types[index].names;
    let mut bits = 0_u32;
    for name in set {
        let number = names.get_index_of(name).ok_or_else(wrong)?;
        // Components with more flags are not valid.
        bits |= 1_u32
            .checked_shl(u32::try_from(number)?)
            .ok_or_else(wrong)?;
    }
    Ok(bits)
}

fn resource(value: &Value) -> wasmtime::Result<ResourceAny> {
    match value {
        Value::Resource(handle) => handle
            .guest()
            .map(|guest| guest.resource())
            .ok_or_else(wrong),
        _ => Err(wrong()),
    }
}

fn push_pair(flat: &mut Flat<'_>, address: usize, length: usize) -> wasmtime::Result<()> {
    flat.push(ValRaw::u64(address as u64))?;
    flat.push(ValRaw::u64(length as u64))
}

/// Calls `lower` with each of so many items.
fn each(
    value: &Value,
    count: usize,
    mut lower: impl FnMut(&Value) -> wasmtime::Result<()>,
) -> wasmtime::Result<()> {
    match value {
        Value::List(items) if items.len() == count => items.iter().try_for_each(lower),
        Value::Bytes(bytes) if bytes.len() == count => {
            bytes.iter().try_for_each(|byte| lower(&Value::U8(*byte)))
        }
        _ => Err(wrong()),
    }
}

/// Copies bytes to the guest; returns their address and their number.
fn store_bytes<T>(
    cx: &mut LowerContext<'_, T>,
    ty: InterfaceType,
    bytes: &[u8],
) -> wasmtime::Result<(usize, usize)> {
    debug_assert!(matches!(ty, InterfaceType::List(_)));
    let address = cx.realloc(0, 0, 1, bytes.len())?;
    u8::linear_store_list_to_memory(cx, InterfaceType::U8, address, bytes)?;
    Ok((address, bytes.len()))
}

/// Puts the items of a list, or the entries of a map, into the guest's memory; returns where they are and how many.
fn store_list<T>(
    cx: &mut LowerContext<'_, T>,
    ty: InterfaceType,
    value: &Value,
) -> wasmtime::Result<(usize, usize)> {
    let types = cx.types;
    match (ty, value) {
        (InterfaceType::List(index), Value::Bytes(bytes))
            if types[index].element == InterfaceType::U8 =>
        {
            store_bytes(cx, ty, bytes)
        }
        (InterfaceType::List(index), Value::List(items)) => {
            let element = types[index].element;
            let abi = types.canonical_abi(&element);
            let size = abi.size32 as usize;
            let address = reserve(cx, abi.align32, size, items.len())?;
            for (number, item) in items.iter().enumerate() {
                to_memory(cx, element, item, address + number * size)?;
            }
            Ok((address, items.len()))
        }
        (InterfaceType::Map(index), Value::Map(entries)) => {
            let map = &types[index];
            let size = map.entry_abi.size32 as usize;
            let address = reserve(cx, map.entry_abi.align32, size, entries.len())?;
            for (number, (key, value)) in entries.iter().enumerate() {
                let at = address + number * size;
                to_memory(cx, map.key, key, at)?;
                to_memory(cx, map.value, value, at + map.value_offset32 as usize)?;
            }
            Ok((address, entries.len()))
        }
        _ => Err(wrong()),
    }
}

fn reserve<T>(
    cx: &mut LowerContext<'_, T>,
    align: u32,
    size: usize,
    count: usize,
) -> wasmtime::Result<usize> {
    let size = size
        .checked_mul(count)
        .ok_or_else(|| wasmtime::Error::msg("the list is larger than the guest's memory can be"))?;
    cx.realloc(0, 0, align, size)
}
