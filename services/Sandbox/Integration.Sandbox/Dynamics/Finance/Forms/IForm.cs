namespace Integration.Sandbox.Dynamics.Finance.Forms;

/// <summary>The business rules of one table. A rule that does not hold throws <see cref="FinanceFault"/>; nothing of the save is kept then.</summary>
internal interface IForm
{
    /// <summary>Properties that the application works out: nobody sets them.</summary>
    IReadOnlySet<string> Computed { get; }

    /// <summary>Properties that are settled when a record is made.</summary>
    IReadOnlySet<string> Settled { get; }

    /// <summary>Checks and completes a new record, gives it its key and adds it.</summary>
    void Create(Entry entry);

    /// <summary>Checks and completes a changed record; what was sent is in it already.</summary>
    void Update(Entry entry);

    /// <summary>Checks that a record may go, and deletes it with what belongs to it.</summary>
    void Delete(Entry entry);
}
