using Integration.Connectors.Connections;
using Integration.Contracts.Erp;
using Integration.Contracts.OrderToCash;
using Integration.Platform.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Connectors.Lanes.Payments;

/// <summary>Registers the payment lane.</summary>
internal static class PaymentLaneRegistration
{
    /// <summary>Adds the lane's writing half and its messages.</summary>
    public static IServiceCollection AddPaymentLane(this IServiceCollection services) => services
        .AddMessages(typeof(PostPayment), typeof(PaymentPosted), typeof(PaymentRefused), typeof(RetryPayment), typeof(OrderPaymentsSeen))
        .AddSingleton<UnappliedRefunds>().AddSingleton<PaymentResults>().AddSingleton<PaymentSubmission>().AddSingleton<ILaneHalves, PaymentWriting>();
}
