namespace Integration.Platform.Messaging;

/// <summary>The broker returned a message because its queue does not exist.</summary>
internal sealed class UnroutableException(string queue) : Exception($"Queue {queue} does not exist.");
