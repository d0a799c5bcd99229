using Integration.Contracts.Operations;
using Integration.Contracts.Routing;
using Integration.OrderToCash.Screening;
using Integration.Platform.Messaging;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.OrderToCash.Saga;

/// <summary>Connects the saga to a pair's queue.</summary>
internal static class OrderSagaEndpoint
{
    public static Task<IQueueHandle> ConnectAsync(IQueueHost queues, string pair, CancellationToken ct) => queues.ConnectAsync(
        new QueueDefinition { Name = Queues.OrderToCash(pair), Prefetch = 32, Concurrency = 8 },
        (endpoint, provider) =>
        {
            endpoint.StateMachineSaga(provider.GetRequiredService<OrderStateMachine>(), provider.GetRequiredService<ISagaRepository<OrderSaga>>());
            endpoint.Handler<ResumeLane>(provider.GetRequiredService<ScreeningPause>().ResumeAsync);
        },
        ct);
}
