using Integration.Connectors.Connections;
using Integration.Contracts.Returns;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Connectors.Lanes.Returns;

/// <summary>Registers the lane of returns and credits.</summary>
internal static class ReturnLaneRegistration
{
    /// <summary>Adds both directions.</summary>
    public static IServiceCollection AddReturnLane(this IServiceCollection services)
    {
        services.AddMigrations<ReturnMigrations>();
        services.AddMessages(typeof(SubmitReturn), typeof(ReturnChangedInErp), typeof(CreditChangedInErp), typeof(OrderReturned));
        services.AddSingleton<ReturnsInShop>().AddSingleton<RefundWatch>().AddSingleton<ReturnSubmission>().AddSingleton<ReturnTelling>();
        return services.AddSingleton<ILaneHalves, ReturnEntering>().AddSingleton<ILaneHalves, ReturnReading>().AddSingleton<ILaneHalves, ReturnShowing>();
    }
}
