namespace Integration.Sandbox.Dynamics.Finance.Records;

/// <summary>A row as it lies in the store.</summary>
internal sealed record StoredRow(
    string Table, string Company, long RecId, int Version, Dictionary<string, string> Texts, Dictionary<string, decimal> Numbers, Dictionary<string, DateTimeOffset> Instants)
{
    public static StoredRow Of(Row row) => new(row.Table, row.Company, row.RecId, row.Version, Values<string>(row), Values<decimal>(row), Values<DateTimeOffset>(row));

    public Row Read()
    {
        var row = new Row(Table, Company, RecId) { Version = Version };
        Fill(row, Texts);
        Fill(row, Numbers);
        Fill(row, Instants);
        return row;
    }

    private static Dictionary<string, T> Values<T>(Row row) where T : notnull =>
        row.Values.Where(value => value.Value is T).ToDictionary(value => value.Key, value => (T)value.Value);

    private static void Fill<T>(Row row, Dictionary<string, T> values)
    {
        foreach (var (name, value) in values)
        {
            row.Set(name, value);
        }
    }
}
