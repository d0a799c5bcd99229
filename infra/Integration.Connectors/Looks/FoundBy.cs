namespace Integration.Connectors.Looks;

/// <summary>What made a look dirty first.</summary>
internal static class FoundBy
{
    public const string Hint = "hint";
    public const string Sweep = "sweep";
    public const string Operator = "operator";

    /// <summary>Our own write, whose answer showed the record: it needs no reading until it changes.</summary>
    public const string Write = "write";

    /// <summary>The look at recent records, whatever their change stamps say.</summary>
    public const string Relook = "relook";

    /// <summary>The slow reading of all records, for systems that cannot tell what changed.</summary>
    public const string Crawl = "crawl";

    /// <summary>A backfill: the first load, or history that was asked for.</summary>
    public const string Backfill = "backfill";
}
