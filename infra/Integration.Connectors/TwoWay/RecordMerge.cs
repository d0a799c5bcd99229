namespace Integration.Connectors.TwoWay;

/// <summary>What is to be done with a record that both sides keep, field by field. Without side effects.</summary>
internal sealed record RecordMerge
{
    /// <summary>Values to be written to the ERP.</summary>
    public required IReadOnlyDictionary<string, string> ToErp { get; init; }

    /// <summary>Values to be written to the storefront.</summary>
    public required IReadOnlyDictionary<string, string> ToStorefront { get; init; }

    /// <summary>Fields on which both sides agree by themselves, with the value.</summary>
    public required IReadOnlyDictionary<string, string> Converged { get; init; }

    /// <summary>Fields that a person must decide.</summary>
    public required IReadOnlyList<FieldConflict> Conflicts { get; init; }

    /// <summary>True when nothing is to be written and nobody has to decide: an echo, or a change that does not matter.</summary>
    public bool IsSettled => ToErp.Count == 0 && ToStorefront.Count == 0 && Conflicts.Count == 0;

    /// <summary>Compares a record.</summary>
    /// <param name="rules">Fields, owners and directions.</param>
    /// <param name="record">What was agreed, and fields that may not be written any more (<see cref="TwoWayField.IsStopped"/>).</param>
    /// <param name="storefront">The storefront's values now.</param>
    /// <param name="erp">The ERP's values now.</param>
    public static RecordMerge Of(TwoWayRules rules, TwoWayRecord record, IReadOnlyDictionary<string, string> storefront, IReadOnlyDictionary<string, string> erp)
    {
        var (toErp, toStorefront, converged) = (new Dictionary<string, string>(), new Dictionary<string, string>(), new Dictionary<string, string>());
        var conflicts = new List<FieldConflict>();
        foreach (var (name, owner) in rules.Owners)
        {
            var (ours, theirs) = (storefront.GetValueOrDefault(name), erp.GetValueOrDefault(name));
            var known = record.Fields.GetValueOrDefault(name);
            switch (FieldMerge.Of(owner, rules, known?.Base, ours, theirs))
            {
                case FieldVerdict.Converged: converged[name] = ours!; break;
                case FieldVerdict.Conflict: conflicts.Add(new FieldConflict(name, ours!, theirs!)); break;
                case FieldVerdict.ToErp or FieldVerdict.ToStorefront when known?.IsStopped == true: conflicts.Add(new FieldConflict(name, ours!, theirs!)); break;
                case FieldVerdict.ToErp: toErp[name] = ours!; break;
                case FieldVerdict.ToStorefront: toStorefront[name] = theirs!; break;
                default: break;
            }
        }

        return new RecordMerge { ToErp = toErp, ToStorefront = toStorefront, Converged = converged, Conflicts = conflicts };
    }
}
