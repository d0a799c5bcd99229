namespace Integration.Tests.Compliance.Erp.Payments;

/// <summary>The means to look behind an ERP's books, and to make trouble with them.</summary>
public interface IBooksUnderTest
{
    /// <summary>Documents with this key, voiding ones left out.</summary>
    Task<IReadOnlyList<BookedDocument>> DocumentsAsync(string key);

    /// <summary>Closes the month of a day.</summary>
    Task CloseAsync(DateOnly day);

    /// <summary>Makes trouble with the next write of a document.</summary>
    Task TroubleWithDocumentAsync(Trouble trouble);
}
