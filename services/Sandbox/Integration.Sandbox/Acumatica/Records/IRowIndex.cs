namespace Integration.Sandbox.Acumatica.Records;

/// <summary>Finds records of a table without looking at all of them. Not safe for concurrent use.</summary>
internal interface IRowIndex
{
    void Add(Row row);

    void Remove(Row row);
}
