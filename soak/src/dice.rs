/// Numbers that look random and are the same in each run.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// By the method "SplitMix64".
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below this one, which is not zero.
    pub fn below(&mut self, end: u32) -> u32 {
        // The upper half of the product is below `end`.
        ((u128::from(self.next()) * u128::from(end)) >> 64) as u32
    }

    /// One of these.
    pub fn one_of<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len() as u32) as usize]
    }

    /// A length: mostly small, sometimes up to 64 Ki.
    pub fn length(&mut self) -> usize {
        let largest = match self.below(100) {
            0..50 => 16,
            50..85 => 256,
            85..97 => 4 << 10,
            _ => 64 << 10,
        };
        self.below(largest) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_comes_and_none_beyond() {
        let mut dice = Dice::new(1);
        let mut seen = [0; 6];
        for _ in 0..6000 {
            seen[dice.below(6) as usize] += 1;
        }
        assert!(seen.iter().all(|n| (800..1200).contains(n)), "{seen:?}");
        assert_eq!(dice.below(1), 0);
    }

    #[test]
    fn lengths_are_of_all_sizes() {
        let mut dice = Dice::new(2);
        let lengths: Vec<_> = (0..2000).map(|_| dice.length()).collect();
        assert!(lengths.contains(&0));
        assert!(lengths.iter().any(|n| *n > 32 << 10));
        assert!(lengths.iter().all(|n| *n < 64 << 10));
    }
}
