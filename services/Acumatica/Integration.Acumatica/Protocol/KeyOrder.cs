using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;

namespace Integration.Acumatica.Protocol;

/// <summary>Whether records came in the order of their key, without which a page cut off hides those with lower keys.</summary>
internal static class KeyOrder
{
    /// <summary>Why no further page may be asked for after this one; null where it is the last, or in order.</summary>
    /// <param name="page">The records of the page.</param>
    /// <param name="key">Their key.</param>
    /// <param name="pageSize">Records of a full page.</param>
    /// <param name="what">What was listed, in words.</param>
    /// <param name="all">Of what a page must hold more than there is, in words.</param>
    public static WriteOutcome.Rejected? Refusal(IReadOnlyList<EntityRecord> page, string key, int pageSize, string what, string all) => page.Count < pageSize || Holds(page, key)
        ? null
        : new WriteOutcome.Rejected([new Reason(key,
            $"Acumatica listed {what} out of key order, so further pages would lose records. Raise the setting pageSize above the number of {all}.")]);

    // Each key is above the one before.
    private static bool Holds(IReadOnlyList<EntityRecord> records, string key)
    {
        for (var index = 1; index < records.Count; index++)
            if (string.Compare(records[index - 1].Text(key), records[index].Text(key), StringComparison.OrdinalIgnoreCase) >= 0) return false;
        return true;
    }
}
