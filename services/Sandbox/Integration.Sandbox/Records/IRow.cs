namespace Integration.Sandbox.Records;

/// <summary>One row of a stand-in's books. A row that is stored is never changed; a save works on a copy.</summary>
internal interface IRow<TRow, TId> : IIdentified<TId>
{
    /// <summary>A text as the database compares it, but for the case.</summary>
    static abstract string Compared(string text);

    /// <summary>Where it lies.</summary>
    Place Place { get; }

    /// <summary>A field as text, by which the row can be looked up; a path leads through the rows it holds.</summary>
    string KeyText(string path);

    /// <summary>A key field as text that sorts as the field does: numbers as numbers.</summary>
    string SortText(string field);

    DateTimeOffset? Instant(string field);

    /// <summary>A copy that may be changed.</summary>
    TRow Clone();
}
