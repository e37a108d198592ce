/** How better-auth's models are called here. Types stay its own; `authDatabase` translates moments and yes and no. */
export const authTables = {
  user: {
    modelName: 'accounts',
    fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    additionalFields: { language: { type: 'string', required: false, input: false } },
  },
  account: {
    modelName: 'credentials',
    fields: {
      userId: 'account_id',
      providerId: 'provider',
      accountId: 'subject',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
  },
  session: {
    modelName: 'sign_ins',
    fields: {
      userId: 'account_id',
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
    additionalFields: {
      means: { type: 'string', required: false, input: false },
      isStrong: { type: 'boolean', required: false, input: false, fieldName: 'is_strong' },
    },
  },
  verification: {
    modelName: 'verifications',
    fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
  },
} as const

export const secondFactorTables = {
  user: { fields: { twoFactorEnabled: 'has_codes' } },
  twoFactor: {
    modelName: 'second_factors',
    fields: {
      userId: 'account_id',
      backupCodes: 'recovery_codes',
      verified: 'is_verified',
      failedVerificationCount: 'failures',
      lockedUntil: 'locked_until',
    },
  },
} as const

export const passkeyTables = {
  passkey: {
    modelName: 'passkeys',
    fields: {
      userId: 'account_id',
      publicKey: 'public_key',
      credentialID: 'credential',
      deviceType: 'device_type',
      backedUp: 'is_backed_up',
      aaguid: 'maker',
      createdAt: 'created_at',
    },
  },
} as const
