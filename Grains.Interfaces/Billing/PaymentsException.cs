namespace Platform.Billing;

/// <summary>The payment service refused, failed, or could not be reached: whoever asked may ask again.</summary>
[GenerateSerializer, Alias("platform.PaymentsException")]
public sealed class PaymentsException(string message, Exception? inner = null) : Exception(message, inner);
