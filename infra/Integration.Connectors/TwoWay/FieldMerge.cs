using Integration.Connectors.Pairs.Lanes;

namespace Integration.Connectors.TwoWay;

/// <summary>Judges one field of a record that both sides keep. Without side effects.</summary>
internal static class FieldMerge
{
    /// <param name="owner">Who decides the field.</param>
    /// <param name="rules">The pair's directions, and who decides at the first meeting.</param>
    /// <param name="agreed">The base, or null when nothing was agreed yet.</param>
    /// <param name="storefront">The storefront's value now; null when it has no such field, empty when it is not filled in.</param>
    /// <param name="erp">The ERP's value now; null when it has no such field, empty when it is not filled in.</param>
    public static FieldVerdict Of(FieldOwner owner, TwoWayRules rules, Agreed? agreed, string? storefront, string? erp)
    {
        if (storefront is null || erp is null) return FieldVerdict.NotComparable;
        if (storefront == erp) return FieldVerdict.Converged;
        return Winner(owner, rules, agreed, storefront, erp) switch
        {
            null => FieldVerdict.Unchanged,
            FieldOwner.Storefront => rules.ToErp ? FieldVerdict.ToErp : FieldVerdict.Held,
            FieldOwner.Erp => rules.ToStorefront ? FieldVerdict.ToStorefront : FieldVerdict.Held,
            _ => FieldVerdict.Conflict,
        };
    }

    // Null when nobody changed anything; shared when both did.
    private static FieldOwner? Winner(FieldOwner owner, TwoWayRules rules, Agreed? agreed, string storefront, string erp)
    {
        if (agreed is not null && agreed.Storefront == storefront && agreed.Erp == erp) return null;
        if (owner != FieldOwner.Shared) return owner;
        if (agreed is null)
        {
            // A value that is missing on one side only takes nothing away.
            if (erp.Length == 0) return FieldOwner.Storefront;
            return storefront.Length == 0 ? FieldOwner.Erp : rules.FirstMeeting;
        }

        if (agreed.Storefront == storefront) return FieldOwner.Erp;
        return agreed.Erp == erp ? FieldOwner.Storefront : FieldOwner.Shared;
    }
}
