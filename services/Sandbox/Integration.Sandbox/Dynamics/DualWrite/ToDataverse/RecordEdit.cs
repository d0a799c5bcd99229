using Integration.Sandbox.Dynamics.Dataverse;
using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.Dataverse.Schema;
using Integration.Sandbox.Dynamics.Dataverse.Writing;

namespace Integration.Sandbox.Dynamics.DualWrite.ToDataverse;

/// <summary>Writes copied values into records; a record that has them already is left alone.</summary>
internal sealed class RecordEdit(Transaction transaction, DataverseSettings settings)
{
    public Transaction Transaction => transaction;

    /// <summary>A new record with what a new one has in it; it belongs to the user on whose behalf rows are copied.</summary>
    public Record New(string table)
    {
        var schema = transaction.Schema[table];
        var record = new Record(schema, Guid.NewGuid());
        foreach (var column in schema.Columns.Where(column => column.Default is not null))
        {
            record.Set(column.Name, Scalars.Read(column.Default!.Value, column, schema, settings));
        }

        if (schema.Find("statecode") is not null)
        {
            record.Set("statecode", 0L).Set("statuscode", 1L);
        }

        return schema.Find("ownerid") is null ? record : record.Set("ownerid", new Reference("systemuser", LinkSetup.User));
    }

    /// <summary>Lays the values over the record; one that is new is added.</summary>
    public Record Lay(Record record, bool isNew, params IEnumerable<(string Column, object? Value)> values)
    {
        var kept = isNew ? transaction.Insert(record) : record;
        foreach (var (name, value) in values)
        {
            var column = record.Table[name];
            var after = Kept(column, value);
            if (!Equals(kept[name], after))
            {
                kept = transaction.Edit(kept).Set(name, after);
            }
        }

        return kept;
    }

    private static object? Kept(Column column, object? value) => value switch
    {
        "" => null,
        string text when text.Length > column.Length => text[..column.Length],
        _ => value,
    };
}
