using Integration.Sandbox.Dynamics.Dataverse.Calls;
using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.Dataverse.Schema;

namespace Integration.Sandbox.Dynamics.Dataverse.Queries;

/// <summary>A property of a record, or of a record that one of its lookups points to.</summary>
/// <param name="Column">The column at its end.</param>
/// <param name="IsOwn">True when it is a column of the record itself.</param>
/// <param name="Read">Its value for comparisons; null when it is empty.</param>
internal sealed record PropertyPath(Column Column, bool IsOwn, Func<Record, object?> Read)
{
    public static PropertyPath Of(string path, TableSchema table, Books books)
    {
        var steps = path.Split('/');
        if (steps is [var only])
        {
            var column = ColumnOf(table, only);
            return new PropertyPath(column, true, record => Value(record, column));
        }

        if (steps is not [var navigation, var name] || !table.TryNavigation(navigation, out var lookup, out var target))
        {
            throw DataverseFault.NoProperty(steps[0], table);
        }

        var far = ColumnOf(books.Schema[target], name);
        return new PropertyPath(far, false, record => record.Link(lookup.Name) is { } link && link.Table == target && books.Find(target, link.Id) is { } other ? Value(other, far) : null);
    }

    private static Column ColumnOf(TableSchema table, string name) =>
        table.FindWire(name) is { Secret: false } column ? column : throw DataverseFault.NoProperty(name, table);

    private static object? Value(Record record, Column column) => record[column.Name] is Reference link ? link.Id : record[column.Name];
}
