namespace Integration.Connectors.Ports;

/// <summary>
/// Lists the records of one entity afresh, reduced to what a reconciliation compares. Both sides of a pair list the same entity with keys that mean the
/// same record. Nothing is kept between pages: where the next one begins is in the cursor, so that another process can go on.
/// </summary>
public interface IRecordList
{
    /// <summary>The canonical entity.</summary>
    string Entity { get; }

    /// <summary>True when the keys are personal data, such as e-mail addresses: they leave the service only hashed.</summary>
    bool PersonalKeys => false;

    /// <summary>
    /// Reads one page. A record may be listed twice when others change meanwhile (the last one counts), but none that stays as it is may be left out.
    /// Records of other shops of the same ERP are left out.
    /// </summary>
    Task<ListPage> PageAsync(ListQuestion question, CancellationToken ct);
}
