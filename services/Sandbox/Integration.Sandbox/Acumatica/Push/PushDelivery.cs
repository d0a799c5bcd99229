namespace Integration.Sandbox.Acumatica.Push;

/// <summary>One message to one destination.</summary>
internal sealed record PushDelivery(PushSubscription Subscription, string Body);
