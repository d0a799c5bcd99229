namespace Integration.Sandbox.Dynamics.Finance.Records;

/// <summary>Finds rows of a table without looking at all of them. Not safe for concurrent use.</summary>
internal interface IRowIndex
{
    void Add(Row row);

    void Remove(Row row);
}
