namespace Integration.Acumatica.Protocol;

/// <summary>Whether records came in the order of their key, without which a page cut off hides those with lower keys.</summary>
internal static class KeyOrder
{
    /// <summary>True when each key is above the one before.</summary>
    public static bool Holds(IReadOnlyList<EntityRecord> records, string key)
    {
        for (var index = 1; index < records.Count; index++)
            if (string.Compare(records[index - 1].Text(key), records[index].Text(key), StringComparison.OrdinalIgnoreCase) >= 0) return false;
        return true;
    }
}
