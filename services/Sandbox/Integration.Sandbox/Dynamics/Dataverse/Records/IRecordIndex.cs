namespace Integration.Sandbox.Dynamics.Dataverse.Records;

/// <summary>Finds records of a table without looking at all of them. Not safe for concurrent use.</summary>
internal interface IRecordIndex
{
    void Add(Record record);

    void Remove(Record record);
}
