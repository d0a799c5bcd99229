namespace Integration.Console.Api;

/// <summary>Why a connection is paused.</summary>
/// <param name="Reason">Plain words, shown to everybody.</param>
public sealed record PauseRequest(string Reason);
