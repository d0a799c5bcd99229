using Integration.Sandbox.Dynamics.Dataverse.Records;

namespace Integration.Sandbox.Dynamics.Dataverse.Writing;

/// <summary>What a table does with a record beyond what the platform does with every record.</summary>
internal interface ITableRules
{
    /// <summary>A record is about to change; nothing was changed yet.</summary>
    /// <param name="transaction">Transaction.</param>
    /// <param name="record">The record as it is; a copy is made when it is changed.</param>
    /// <param name="columns">Columns that the caller sent; null when the record shall be deleted.</param>
    void BeforeChange(Transaction transaction, Record record, IReadOnlyCollection<string>? columns);

    /// <summary>A record was made; the records nested in the request are made afterwards.</summary>
    void Created(Transaction transaction, Record record);

    /// <summary>A record was changed.</summary>
    /// <param name="transaction">Transaction.</param>
    /// <param name="before">As it was.</param>
    /// <param name="record">As it is now.</param>
    void Updated(Transaction transaction, Record before, Record record);

    /// <summary>A record was made together with all that was nested in the request.</summary>
    void Completed(Transaction transaction, Record record);

    /// <summary>A record was deleted.</summary>
    void Deleted(Transaction transaction, Record record);
}
