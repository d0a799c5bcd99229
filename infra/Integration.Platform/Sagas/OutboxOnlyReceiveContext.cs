using MassTransit;
using MassTransit.Context;

namespace Integration.Platform.Sagas;

/// <summary>A receive context without a way out.</summary>
internal sealed class OutboxOnlyReceiveContext(ReceiveContext context, string refusal) : ReceiveContextProxy(context)
{
    private readonly OutboxOnlyEndpoints _endpoints = new(context, refusal);

    public override ISendEndpointProvider SendEndpointProvider => _endpoints;

    public override IPublishEndpointProvider PublishEndpointProvider => _endpoints;
}
