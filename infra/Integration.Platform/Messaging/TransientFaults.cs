using Integration.Platform.Database;
using Integration.Platform.Sagas;
using MassTransit;
using RabbitMQ.Client.Exceptions;

namespace Integration.Platform.Messaging;

/// <summary>Which failures of a handler mean "the same work may succeed shortly".</summary>
internal sealed class TransientFaults(IDatabase database)
{
    public bool Contains(Exception exception) => exception switch
    {
        SagaConflictException => true,
        ConnectionException => true,
        TransportUnavailableException => true,
        AlreadyClosedException or OperationInterruptedException or BrokerUnreachableException => true,
        _ when database.IsTransient(exception) => true,
        AggregateException several => several.InnerExceptions.Count > 0 && several.InnerExceptions.All(Contains),
        _ => exception.InnerException is { } inner && Contains(inner),
    };
}
