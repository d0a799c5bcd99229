using Integration.Platform.Sagas;

namespace Integration.Tests.Integration.Platform;

public sealed class Tally : IStoredSaga
{
    public Guid CorrelationId { get; set; }

    public string CurrentState { get; set; } = "";

    public int Count { get; set; }

    public decimal Sum { get; set; }
}
