namespace Integration.Sandbox.Dynamics.Finance.Calls;

/// <summary>A part of a batch: one call, or several writes that are carried out together.</summary>
/// <param name="Requests">The calls with their content IDs.</param>
/// <param name="IsChangeSet">True: all or nothing.</param>
internal sealed record BatchPart(IReadOnlyList<(string? ContentId, DataRequest Request)> Requests, bool IsChangeSet);
