using System.Text.Json;
using System.Text.Json.Nodes;

namespace Integration.Connectors.Pairs.Lanes;

/// <summary>Stock levels from the ERP to the storefront.</summary>
public sealed record StockLane
{
    /// <summary>Warehouses whose figures are added up; empty for all that the ERP connection reads.</summary>
    public IReadOnlyList<string> Warehouses { get; init; } = [];

    /// <summary>Pieces that are kept back of a SKU for which neither it nor its item class says another number.</summary>
    public decimal SafetyStock { get; init; }

    /// <summary>Safety stock by SKU.</summary>
    public IReadOnlyDictionary<string, decimal> SafetyBySku { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Safety stock by the ERP's item class.</summary>
    public IReadOnlyDictionary<string, decimal> SafetyByClass { get; init; } = new Dictionary<string, decimal>();

    /// <summary>How many of the ERP's base units the shop sells as one piece, by SKU; 1 for all others.</summary>
    public IReadOnlyDictionary<string, decimal> Packs { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Whether a SKU that the shop lacks is put on the attention list, once.</summary>
    public bool ListsMissing { get; init; } = true;

    /// <summary>Pause between two readings of everything, for changes that move no stamp; null for what suits the ERP.</summary>
    public TimeSpan? FullEvery { get; init; }

    /// <summary>How long after a write without compare-and-set the level is read once more: the shop may have written over it.</summary>
    public TimeSpan RecheckAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The pause between two readings of everything: a day where the ERP's stamps tell nearly every change, five minutes where there are none, so that an event that
    /// is lost, or that nobody has set up, oversells for minutes and not for a day.
    /// </summary>
    /// <param name="hasStamps">Whether the ERP tells what changed since a moment.</param>
    public TimeSpan FullEveryOf(bool hasStamps) => FullEvery ?? (hasStamps ? TimeSpan.FromDays(1) : TimeSpan.FromMinutes(5));

    /// <summary>What is kept back of a SKU.</summary>
    public decimal SafetyOf(string sku, string? itemClass) =>
        SafetyBySku.TryGetValue(sku, out var own) ? own : itemClass is not null && SafetyByClass.TryGetValue(itemClass, out var ofClass) ? ofClass : SafetyStock;

    /// <summary>Reads the lane's section of a pair file.</summary>
    internal static StockLane Read(StrictSection section)
    {
        var usual = new StockLane();
        var safety = section.OptionalSection("safetyStock", "Write \"safetyStock\": { \"default\": 1, \"skus\": { \"MUG-01\": 3 }, \"classes\": { \"FRAGILE\": 2 } }.");
        var lane = new StockLane
        {
            Warehouses = section.TextList("warehouses", "Write a list of warehouses, such as [ \"MAIN\" ].") ?? [],
            SafetyStock = Least(safety, "default", 0, safety?.Number("default", "Write a number of pieces.") ?? 0),
            SafetyBySku = safety is null ? usual.SafetyBySku : Numbers(safety, "skus", 0),
            SafetyByClass = safety is null ? usual.SafetyByClass : Numbers(safety, "classes", 0),
            Packs = Numbers(section, "packs", 0.000001m),
            ListsMissing = section.OptionalText("missing", "Write \"attention\" or \"ignore\".") switch
            {
                null or "attention" => true,
                "ignore" => false,
                _ => throw section.Wrong("missing", "The word is not known.", "Write \"attention\" or \"ignore\"."),
            },
            FullEvery = section.Duration("fullEvery"),
            RecheckAfter = section.Duration("recheckAfter") ?? usual.RecheckAfter,
        };
        if (lane.FullEvery < TimeSpan.FromMinutes(1)) throw section.Wrong("fullEvery", "Everything cannot be read so often.", "Write at least \"PT1M\".");
        safety?.NothingElse();
        section.NothingElse();
        return lane;
    }

    private static decimal Least(StrictSection? section, string key, decimal least, decimal value) =>
        value >= least ? value : throw section!.Wrong(key, "The number is too small.", $"Write at least {least}.");

    private static Dictionary<string, decimal> Numbers(StrictSection section, string key, decimal least)
    {
        const string fix = "Write numbers by name: { \"MUG-01\": 3 }.";
        return (section.Free(key, fix) ?? []).ToDictionary(
            entry => entry.Key,
            entry => entry.Value is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<decimal>(out var number) && number >= least
                ? number
                : throw section.Wrong($"{key}.{entry.Key}", $"The value is not a number of at least {least}.", fix),
            StringComparer.Ordinal);
    }
}
