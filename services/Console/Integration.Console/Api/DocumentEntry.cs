using Integration.Connectors.Publishing;

namespace Integration.Console.Api;

/// <summary>A published text of a pair's document.</summary>
/// <param name="Document">Such as <c>orders.toErp</c> or <c>lookups.taxes</c>.</param>
/// <param name="Version">Its version.</param>
/// <param name="Action">Published, rolled back, or found as it was written by hand.</param>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Sha256">Hash of the text.</param>
/// <param name="Note">Why, or empty.</param>
/// <param name="Counts">True for the text that counts now.</param>
public sealed record DocumentEntry(string Document, int Version, PublishAction Action, string By, DateTimeOffset At, string Sha256, string Note, bool Counts);
