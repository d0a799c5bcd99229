namespace Integration.LocalServers;

/// <summary>
/// A private server could not be installed, started, stopped or asked. The message is meant for a person: what
/// was tried, what happened, the end of the server's own log, and what to do. It holds no password.
/// </summary>
public sealed class ServerFailedException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What happened and what to do, in plain words.</param>
    /// <param name="inner">The error underneath, if there is one.</param>
    public ServerFailedException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
