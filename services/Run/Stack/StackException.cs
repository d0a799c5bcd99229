namespace Integration.Run.Stack;

/// <summary>The stack cannot be started; the message says in plain words what to do.</summary>
internal sealed class StackException(string message) : Exception(message);
