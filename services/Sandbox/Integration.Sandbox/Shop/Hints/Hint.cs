namespace Integration.Sandbox.Shop.Hints;

/// <summary>A hint on its way, or given up.</summary>
/// <param name="Id">Message id, the same for every attempt.</param>
/// <param name="Body">JSON body, the same letters for every attempt.</param>
/// <param name="Attempts">Attempts made.</param>
/// <param name="DueAt">Unix milliseconds of the next attempt.</param>
/// <param name="Since">Unix milliseconds of when it was noted.</param>
internal sealed record Hint(string Id, string Body, int Attempts, long DueAt, long Since);
