namespace Integration.Sandbox.Records;

/// <summary>Finds rows of a table without looking at all of them. Not safe for concurrent use.</summary>
internal interface IRowIndex<in TRow>
{
    void Add(TRow row);

    void Remove(TRow row);
}
