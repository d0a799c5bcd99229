using Integration.Connectors.Pairs.Lanes;

namespace Integration.Connectors.TwoWay;

/// <summary>
/// One record that both sides keep, as the service of the ERP's side remembers it: the only place that knows both sides' values
/// (<c>docs/adr/0064-both-sides-of-a-record-are-compared-in-one-place.md</c>).
/// </summary>
internal sealed record TwoWayRecord
{
    /// <summary>The pair.</summary>
    public required string Pair { get; init; }

    /// <summary>The canonical entity.</summary>
    public required string Entity { get; init; }

    /// <summary>The storefront's id of the record.</summary>
    public required string Id { get; init; }

    /// <summary>The ERP's id of the record; empty until it is known.</summary>
    public string ErpId { get; init; } = "";

    /// <summary>Number of the storefront's snapshot that was taken last; an older one is not taken.</summary>
    public long Sequence { get; init; }

    /// <summary>Writes to the ERP that ended so far; the next one's effect has the number after it.</summary>
    public int Writes { get; init; }

    /// <summary>What is remembered of each field.</summary>
    public IReadOnlyDictionary<string, TwoWayField> Fields { get; init; } = new Dictionary<string, TwoWayField>();

    /// <summary>The storefront's values as last told; empty when it never told.</summary>
    public IReadOnlyDictionary<string, string> Storefront { get; init; } = new Dictionary<string, string>();

    /// <summary>The ERP's values as last read; empty when they never were.</summary>
    public IReadOnlyDictionary<string, string> Erp { get; init; } = new Dictionary<string, string>();

    /// <summary>Fields that wait for a person.</summary>
    public IReadOnlyList<string> Conflicts { get; init; } = [];

    /// <summary>With the fields agreed on which both sides were seen to agree.</summary>
    public TwoWayRecord Met(IReadOnlyDictionary<string, string> converged) => With(converged.Select(field => (field.Key, Of(field.Key).Met(field.Value))));

    /// <summary>After a write of these fields to the ERP.</summary>
    /// <param name="written">The storefront's values that were sent.</param>
    /// <param name="answer">The ERP's values in the write's own response; a field that it does not show counts as it was sent.</param>
    /// <param name="now">When.</param>
    public TwoWayRecord WrittenToErp(IReadOnlyDictionary<string, string> written, IReadOnlyDictionary<string, string> answer, DateTimeOffset now) => With(written.Select(field =>
        (field.Key, Of(field.Key).Written(FieldOwner.Storefront, new Agreed(field.Value, answer.GetValueOrDefault(field.Key, field.Value)), now))));

    /// <summary>After a write of these fields to the storefront.</summary>
    /// <param name="written">The ERP's values that were sent.</param>
    /// <param name="answer">The storefront's values in the write's own response; a field that it does not show counts as it was sent.</param>
    /// <param name="now">When.</param>
    public TwoWayRecord WrittenToStorefront(IReadOnlyDictionary<string, string> written, IReadOnlyDictionary<string, string> answer, DateTimeOffset now) => With(written.Select(field =>
        (field.Key, Of(field.Key).Written(FieldOwner.Erp, new Agreed(answer.GetValueOrDefault(field.Key, field.Value), field.Value), now))));

    /// <summary>After a person's decision: these fields count as agreed with the value of the side that is <em>not</em> kept as its base, so that the kept one is written.</summary>
    /// <param name="keep">Whose values are kept.</param>
    /// <param name="owners">Who decides each field: what the other side owns is not written over, but left as it is until its owner changes it.</param>
    /// <param name="conflicts">The fields with both values.</param>
    public TwoWayRecord Decided(FieldOwner keep, IReadOnlyDictionary<string, FieldOwner> owners, IReadOnlyList<FieldConflict> conflicts) => With(conflicts.Select(field =>
        (field.Field, Of(field.Field).Released() with { Base = Kept(keep, owners.GetValueOrDefault(field.Field), field) })));

    /// <summary>The fields that wait for a person, with the values that both sides showed last.</summary>
    public IReadOnlyList<FieldConflict> OpenConflicts() =>
        [.. Conflicts.Select(field => new FieldConflict(field, Storefront.GetValueOrDefault(field, ""), Erp.GetValueOrDefault(field, "")))];

    /// <summary>True when one of its values was written by us: then what comes back may be an echo.</summary>
    public bool WasWritten => Fields.Values.Any(known => known.WrittenAt is not null);

    // The kept side must look changed and the other one not.
    private static Agreed Kept(FieldOwner keep, FieldOwner owner, FieldConflict field) => (keep, owner) switch
    {
        (FieldOwner.Storefront, FieldOwner.Erp) or (FieldOwner.Erp, FieldOwner.Storefront) => new Agreed(field.Storefront, field.Erp),
        (FieldOwner.Storefront, _) => new Agreed(field.Erp, field.Erp),
        _ => new Agreed(field.Storefront, field.Storefront),
    };

    private TwoWayField Of(string field) => Fields.GetValueOrDefault(field) ?? new TwoWayField();

    private TwoWayRecord With(IEnumerable<(string Name, TwoWayField Field)> changed)
    {
        var fields = new Dictionary<string, TwoWayField>(Fields, StringComparer.Ordinal);
        foreach (var (name, field) in changed) fields[name] = field;
        return this with { Fields = fields };
    }
}
