using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.Dataverse.Schema;

namespace Integration.Sandbox.Dynamics.Dataverse.Calls;

/// <summary>Names one record: by its id, or by an alternate key.</summary>
/// <param name="Table">Table.</param>
/// <param name="Id">Its id; null when it is named by a key.</param>
/// <param name="Key">The key.</param>
/// <param name="Values">Values of the key's columns, in their order.</param>
/// <param name="Text">What stood between the parentheses.</param>
internal sealed record RecordAddress(TableSchema Table, Guid? Id, AlternateKey? Key, IReadOnlyList<object> Values, string Text)
{
    public static RecordAddress Of(Record record) => new(record.Table, record.Id, null, [], record.Id.ToString());

    /// <summary>The record, or null when there is none.</summary>
    public Record? Find(Transaction transaction) =>
        Id is { } id ? transaction.Find(Table.Name, id) : transaction.First(Table.Name, Key!.Columns, Values);

    /// <summary>The record as it was last committed, or null when there is none.</summary>
    public Record? Find(Books books) => Id is { } id ? books.Find(Table.Name, id) : books.Table(Table.Name).First(Key!.Columns, Values);

    /// <summary>What is said when there is none.</summary>
    public DataverseFault Missing() => Id is { } id ? DataverseFault.NotFound(Table.Name, id) : DataverseFault.NotFoundByKey(Table);
}
