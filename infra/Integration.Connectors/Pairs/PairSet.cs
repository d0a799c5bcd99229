namespace Integration.Connectors.Pairs;

/// <summary>The usable pairs of a folder, and what is wrong with the others.</summary>
/// <param name="Pairs">Usable pairs by name.</param>
/// <param name="Problems">Why files were left out.</param>
internal sealed record PairSet(IReadOnlyDictionary<string, PairDefinition> Pairs, IReadOnlyList<PairFileException> Problems)
{
    public static PairSet Empty { get; } = new(new Dictionary<string, PairDefinition>(), []);

    /// <summary>Reads folders; files are taken in the order of their names, and one that contradicts an earlier one is left out.</summary>
    public static PairSet Read(params IReadOnlyList<string> folders)
    {
        var pairs = new Dictionary<string, PairDefinition>(StringComparer.Ordinal);
        var problems = new List<PairFileException>();
        foreach (var file in folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)))
        {
            try
            {
                var pair = PairFile.Read(file);
                foreach (var other in pairs.Values) Agree(pair, other);
                pairs.Add(pair.Name, pair);
            }
            catch (PairFileException problem)
            {
                problems.Add(problem);
            }
        }

        return new PairSet(pairs, problems);
    }

    private static void Agree(PairDefinition pair, PairDefinition other)
    {
        if (pair.Name == other.Name)
        {
            throw new PairFileException(pair.File, "pair", $"The name '{pair.Name}' is taken by {other.File}.", "Give the pair another name.");
        }

        foreach (var (key, mine) in new[] { ("storefront", pair.Storefront), ("erp", pair.Erp) })
        {
            foreach (var theirs in new[] { other.Storefront, other.Erp })
            {
                if (mine.Name == theirs.Name && !SameConnection.Instance.Equals(mine, theirs))
                {
                    throw new PairFileException(pair.File, key, $"The connection '{mine.Name}' is described otherwise in {other.File}.",
                        "Describe it equally in both files, or give it another name.");
                }
            }
        }

        if (pair.Erp.Name == other.Erp.Name && pair.StorefrontCode == other.StorefrontCode)
        {
            throw new PairFileException(pair.File, "storefrontCode", $"'{pair.StorefrontCode}' is used by {other.File} on the same ERP, so that two orders could share a reference.",
                "Give each shop its own code.");
        }
    }
}
