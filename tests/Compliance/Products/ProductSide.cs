using System.Text.Json;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Products;
using Integration.Contracts.Serialization;
using Xunit;

namespace Integration.Tests.Compliance.Products;

/// <summary>A system with products, its connector, and the means to make trouble.</summary>
internal abstract class ProductSide : IAsyncDisposable
{
    public abstract IProducts Products { get; }

    /// <summary>An id as the system has them, of no product.</summary>
    public virtual string SomeId => "1";

    /// <summary>A price with as many decimals as the system keeps.</summary>
    public virtual decimal FinePrice => 0.0125m;

    /// <summary>Writes are carried out and not answered, until <see cref="Heal"/>.</summary>
    public abstract void LoseAnswers();

    /// <summary>Nothing can be reached, until <see cref="Heal"/>.</summary>
    public abstract void Down();

    /// <summary>Ends all trouble.</summary>
    public abstract void Heal();

    public abstract ValueTask DisposeAsync();

    /// <summary>The product as the write's own answer showed it.</summary>
    public static Product Echo(WriteOutcome outcome)
    {
        Assert.True(outcome is WriteOutcome.Done { Echo: not null }, outcome.ToString() + (outcome is WriteOutcome.Rejected rejected ? rejected.Reasons[0].Message : ""));
        return JsonSerializer.Deserialize<Product>(((WriteOutcome.Done)outcome).Echo!, ContractsJson.Options)!;
    }
}
