namespace Integration.Contracts.Reconciliation;

/// <summary>What a listed record's own side says of it.</summary>
public static class ListedStates
{
    /// <summary>It counts, and the other side should have it.</summary>
    public const string Active = "active";

    /// <summary>It is there, but the pair's rule does not take it (yet): the other side may have it, and need not.</summary>
    public const string Waiting = "waiting";

    /// <summary>It is there and no longer counts: cancelled, voided, declined.</summary>
    public const string Cancelled = "cancelled";
}
