using Integration.Platform.Messaging;
using MassTransit;

namespace Integration.Platform.Sagas;

/// <summary>Refuses every endpoint with the same reason.</summary>
internal sealed class OutboxOnlyEndpoints(ReceiveContext context, string refusal) : ISendEndpointProvider, IPublishEndpointProvider
{
    public Task<ISendEndpoint> GetSendEndpoint(Uri address) => throw new PlainFaultException(refusal);

    public Task<ISendEndpoint> GetPublishSendEndpoint<T>()
        where T : class => throw new PlainFaultException(refusal);

    public ConnectHandle ConnectSendObserver(ISendObserver observer) =>
        context.SendEndpointProvider.ConnectSendObserver(observer);

    public ConnectHandle ConnectPublishObserver(IPublishObserver observer) =>
        context.PublishEndpointProvider.ConnectPublishObserver(observer);
}
