namespace Integration.Connectors.Lanes.Stock.Reserving;

/// <summary>What the writer made of a SKU last.</summary>
internal static class LevelStates
{
    public const string Fine = "";

    /// <summary>The shop has no item with this SKU.</summary>
    public const string Missing = "missing";

    /// <summary>The shop has several.</summary>
    public const string Several = "several";

    /// <summary>The shop does not count it.</summary>
    public const string Untracked = "untracked";

    /// <summary>The shop refused the level.</summary>
    public const string Rejected = "rejected";

    /// <summary>Whether a person was told.</summary>
    public static bool IsListed(string state) => state is Missing or Several or Rejected;
}
