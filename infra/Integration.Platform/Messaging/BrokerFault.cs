using System.Net.Sockets;
using RabbitMQ.Client.Exceptions;

namespace Integration.Platform.Messaging;

/// <summary>What went wrong with the broker, in words that hold no address and no account.</summary>
internal static class BrokerFault
{
    public static string Describe(Exception exception)
    {
        var causes = Causes(exception).ToList();
        return causes.OfType<OperationInterruptedException>().FirstOrDefault() is { ShutdownReason: { } reason } ? reason.ReplyText
            : causes.OfType<AuthenticationFailureException>().Any() || causes.OfType<PossibleAuthenticationFailureException>().Any() ? "the broker refuses the account or its virtual host"
            : causes.OfType<SocketException>().FirstOrDefault() is { } socket ? $"{socket.SocketErrorCode}"
            : causes.Any(cause => cause is OperationCanceledException or TimeoutException) ? "no answer in time"
            : causes[^1].GetType().Name;
    }

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
