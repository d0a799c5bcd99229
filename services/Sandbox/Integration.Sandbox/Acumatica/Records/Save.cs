using System.Globalization;
using Integration.Sandbox.Records;

namespace Integration.Sandbox.Acumatica.Records;

/// <summary>One save of a tenant's records under way.</summary>
internal sealed class Save(Tenant tenant, CommittedRows<Row, Guid> rows, DateTimeOffset now, Dictionary<string, long> numbers) : Save<Row, Guid>(rows, now, numbers)
{
    /// <summary>Set when a business rule refused the save: nothing staged is committed.</summary>
    public bool IsRefused { get; set; }

    public Row New(string entity) => Row.New(tenant.Endpoint, entity);

    /// <summary>The next number of a numbering sequence.</summary>
    public string Next(string sequence, string prefix) => prefix + Count(sequence).ToString("000000", CultureInfo.InvariantCulture);

    public override bool Complete()
    {
        if (IsRefused)
        {
            return false;
        }

        Inventory.StockLedger.Post(this, [.. Changes]);
        foreach (var row in Changes.Select(change => change.After).OfType<Row>())
        {
            if (!IsQuiet(row))
            {
                Stamp(row);
            }

            row.Store();
        }

        return true;
    }

    private void Stamp(Row row)
    {
        foreach (var field in (string[])["LastModified", "LastModifiedDateTime", "LastModifiedDate"])
        {
            if (row.Schema.Find(field) is { Scalar: Schema.FieldType.DateTime })
            {
                row.Set(field, Now);
            }
        }

        foreach (var field in (string[])["CreatedDateTime", "CreatedDate"])
        {
            if (row.Schema.Find(field) is not null)
            {
                row.Default(field, Now);
            }
        }

        if (row.Schema.Find("NoteID") is not null)
        {
            row.Set("NoteID", row.Id);
        }
    }
}
