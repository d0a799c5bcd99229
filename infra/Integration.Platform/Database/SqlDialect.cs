namespace Integration.Platform.Database;

/// <summary>The only words that differ between the two databases; everything else is one SQL text for both.</summary>
public sealed class SqlDialect
{
    private readonly string _inFormat;
    private readonly string _eachFormat;

    private SqlDialect(string name, string forUpdate, string forUpdateSkipLocked, string inFormat, string eachFormat)
    {
        Name = name;
        ForUpdate = forUpdate;
        ForUpdateSkipLocked = forUpdateSkipLocked;
        _inFormat = inFormat;
        _eachFormat = eachFormat;
    }

    /// <summary>PostgreSQL 14 or later.</summary>
    public static SqlDialect Postgres { get; } =
        new("postgres", " FOR UPDATE", " FOR UPDATE SKIP LOCKED", "{0} = ANY(@{1})", "json_array_elements_text(CAST(@{0} AS json)) AS each(value)");

    /// <summary>SQLite 3.35 or later. One writer at a time, so row locks are neither needed nor known.</summary>
    public static SqlDialect Sqlite { get; } = new("sqlite", "", "", "{0} IN @{1}", "json_each(@{0}) AS each");

    /// <summary><c>postgres</c> or <c>sqlite</c>.</summary>
    public string Name { get; }

    /// <summary>Suffix that locks the selected rows until the transaction ends; empty on SQLite.</summary>
    public string ForUpdate { get; }

    /// <summary>As <see cref="ForUpdate"/>, passing over rows that another transaction holds; empty on SQLite.</summary>
    public string ForUpdateSkipLocked { get; }

    /// <summary>
    /// The condition "<paramref name="column"/> is one of the array parameter <paramref name="parameter"/>" (given
    /// without its <c>@</c>). Pass a <c>string[]</c> or <c>long[]</c>.
    /// </summary>
    public string In(string column, string parameter) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, _inFormat, column, parameter);

    /// <summary>
    /// A row with a column <c>value</c> for each text of the parameter <paramref name="parameter"/> (given without its <c>@</c>), which is a JSON array
    /// of texts: many rows are written by one statement, whose words do not change with their number.
    /// </summary>
    public string Each(string parameter) => string.Format(System.Globalization.CultureInfo.InvariantCulture, _eachFormat, parameter);
}
