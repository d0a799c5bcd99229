namespace Integration.Connectors.Publishing;

/// <summary>One text of a document as the history keeps it.</summary>
/// <param name="Document">Such as <c>orders.toErp</c>.</param>
/// <param name="Version">Its version.</param>
/// <param name="Action">What brought it: see <see cref="PublishAction"/>.</param>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Sha256">Hash of the text, as hexadecimal digits.</param>
/// <param name="Note">Why, or empty.</param>
public sealed record DocumentVersion(string Document, int Version, PublishAction Action, string By, DateTimeOffset At, string Sha256, string Note)
{
    /// <summary>Whether this is the document's present text.</summary>
    public bool IsTextOf(LiveDocument document) => Sha256 == DocumentText.HashOf(document.Text);
}
