using Integration.Connectors.Lanes.Stock.Reserving;
using Integration.Connectors.Pairs;
using Integration.Connectors.Pairs.Lanes;
using Integration.Contracts.Operations;

namespace Integration.Connectors.Lanes.Stock.Writing;

/// <summary>SKUs that are worked on together, and what became of each.</summary>
internal sealed class StockBatch(PairDefinition pair, IReadOnlyCollection<LevelRow> rows)
{
    private readonly HashSet<string> _waiting = rows.Select(row => row.Sku).ToHashSet(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _givenBack = rows.ToDictionary(row => row.Sku, row => row.GivenBack, StringComparer.Ordinal);
    private readonly List<(LevelRow Row, LevelEnd End)> _ends = [];
    private readonly List<(LevelRow Row, string Summary)> _told = [];
    private readonly List<(LevelRow Row, string State, IReadOnlyList<Reason> Reasons)> _listed = [];

    public PairDefinition Pair => pair;

    /// <summary>SKUs that are still to be worked on; what is left at the end stays dirty.</summary>
    public IReadOnlyCollection<string> Waiting => _waiting;

    /// <summary>SKUs that are done with.</summary>
    public IReadOnlyList<(LevelRow Row, LevelEnd End)> Ends => _ends;

    /// <summary>Lines for the timelines.</summary>
    public IReadOnlyList<(LevelRow Row, string Summary)> Told => _told;

    /// <summary>SKUs for the attention list.</summary>
    public IReadOnlyList<(LevelRow Row, string State, IReadOnlyList<Reason> Reasons)> Listed => _listed;

    /// <summary>SKUs that are in order again.</summary>
    public IEnumerable<LevelRow> Cleared => _ends.Where(ended => LevelStates.IsListed(ended.Row.State) && !LevelStates.IsListed(ended.End.State)).Select(ended => ended.Row);

    /// <summary>Whether orders gave pieces of the SKU back since this was asked last, or since the rows were read.</summary>
    public bool GaveBackMeanwhile(LevelRow row)
    {
        var before = _givenBack[row.Sku];
        _givenBack[row.Sku] = row.GivenBack;
        return before != row.GivenBack;
    }

    public void End(LevelRow row, LevelEnd end)
    {
        if (_waiting.Remove(row.Sku)) _ends.Add((row, end));
    }

    /// <summary>Set.</summary>
    public void Tell(LevelRow row, Reckoned target, long from) => _told.Add((row, $"The shop's stock was set from {from} to {target}."));

    /// <summary>Only observed; told when it would be another level than last time.</summary>
    public void Observe(LevelRow row, Reckoned target, long from)
    {
        End(row, new LevelEnd { Observed = target.Target });
        if (row.Observed != target.Target) _told.Add((row, $"Observed only; live the shop's stock would be set from {from} to {target}."));
    }

    /// <summary>The shop has no such item, or several.</summary>
    public void Lack(LevelRow row, StockLane lane, string state)
    {
        End(row, new LevelEnd { State = state });
        if (row.State == state || !lane.ListsMissing) return;
        _listed.Add((row, state, [new Reason("sku", state == LevelStates.Missing ? "The shop has no product or variant with this SKU." : "Several products or variants of the shop have this SKU.")]));
    }

    /// <summary>The shop refused the level.</summary>
    public void Refuse(LevelRow row, IReadOnlyList<Reason> reasons)
    {
        End(row, new LevelEnd { State = LevelStates.Rejected });
        if (row.State != LevelStates.Rejected) _listed.Add((row, LevelStates.Rejected, reasons));
    }
}
